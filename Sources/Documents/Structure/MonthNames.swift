/// Names of months and weekdays, in lower case.
enum MonthNames {
  static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  /// German, French, Spanish, Italian, Dutch and Portuguese names that are not also English, with their months.
  static let foreign: [String: Int] = {
    var months: [String: Int] = [:]
    for names in [
      "januar februar märz april mai juni juli august september oktober november dezember",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ] {
      for (index, name) in names.split(separator: " ").enumerated() where !english.contains(String(name)) {
        months[String(name)] = index + 1
      }
    }
    months["jänner"] = 1
    return months
  }()

  static let foreignWeekdays: Set<String> = [
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes",
    "sábado",
    "domingo",
  ]
}
