/// The words of rising, falling and standing somewhere, in one place for the readers of figures and of money.
enum ChangeWords {
  /// Beside the older list of the lexicon; forms that are adjectives as well ("cool", "narrow") are left out.
  static let rises =
    "advance advances advanced advancing leap leaps leapt leaped leaping lift lifts lifted lifting widened widening creep crept creeping inched mounted mounting ballooned mushroomed rebounded rallied escalated multiplied swelling hiked"
  static let falls =
    "slip slips slipped slipping retreat retreats retreated retreating recede recedes receded receding collapse collapses collapsed collapsing dwindle dwindles dwindled dwindling narrowed narrowing ebb ebbs ebbed ebbing cooled cooling crashed crashing scaled nosedived shed softened subsided diminished diminishing lessened slackened tapered waned shrinks sinking sunk slide slides sliding easing weakening trimming"

  static let movers =
    "went go goes gone going came come comes coming crept creep edged edging ticked ticking picked picking shot shooting inched moved moving trended trending climbed drifted nudged jumped rose soared moved spiralled spiraled"
  static let selfMoving =
    "rise rises rose risen rising fall falls fell fallen falling climb climbs climbed jump jumps jumped surge surges surged soar soared slip slipped slips drop drops dropped decline declines declined decrease decreased decreases increase increased increases slump slumped slumps plunge plunged plunges plummeted tumbled dipped dips shrank sank slid leapt dwindled retreated receded collapsed crashed ebbed swelled rocketed skyrocketed spiked"
  static let degrees =
    "just only another further some about almost nearly roughly around over barely approximately exactly overall almost fully"
  /// Before "to rise": `are expected to`.
  static let toCome =
    "expected set forecast projected likely due predicted estimated continued began begun started continues tend tends tended seem seems seemed appear appears appeared"
  /// What moves its object "up" or "down".
  static let pushing =
    "pushed push pushes pushing brought bring brings bringing drove drive drives driving sent send sends took takes dragged drag drags forced kept bid pulled pull pulls"
  /// Verbs before or without "at" that tell a level.
  static let standing =
    "stood stand stands standing reach reaches reached hit hits total totals totalled totaled average averages averaged averaging remain remains remained stay stays stayed peaked peaks topped exceeded exceeds came comes numbered numbers forecast estimated put stabilised stabilized held holds"

  static let all = [rises, falls, movers, selfMoving, degrees, toCome, pushing, standing].joined(separator: " ")
}
