import IbidColumns
import IbidFormats
import IbidTypes
import Testing

@Suite struct ExportFormatTests {
  private func written(_ format: OutputFormat, _ table: Table) -> String {
    format.writer().text(of: table, references: entityNames)
  }

  private func lines(_ format: OutputFormat, _ table: Table) -> [String] {
    written(format, table).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func csvExpandsValues() {
    #expect(
      written(.csv, sample) == """
        n,rate,ok,amount,amount_low,amount_high,amount_currency,share,share_low,share_high,share_unit,date,date_low,\
        date_high,date_grain,speaker,speaker_id,parties,parties_id,note,file,start,end
        1,0.5,true,£30 million,30000000,30000000,GBP,36%,36,36,percent,5 March 2024,2024-03-05,2024-03-05,day,Albania,e0,\
        Albania; Europol,e0; e1,plain,press/003.txt,0,10
        -2,1.0,false,"more than €24,000",24000,,EUR,more than 30%,,-30,percent,March 2024,2024-03-01,2024-03-31,month,,,\
        "NCA ""joint"" unit",e2,"a ""b"", c",press/003.txt,20,30
        3,1e+20,true,up to $6bn,,6000000000,USD,a third,0.333333333333333333,0.333333333333333333,fraction,since 2015,\
        2015-01-01,,year,"NCA ""joint"" unit",e2,"","","two
        lines",press/003.txt,40,50
        4,-3.25,false,£17.50–£40,17.5,40,GBP,nearly 200 people,200,200,people,last July,,,month,Europol,e1,"","",\
        日本語 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é,press/003.txt,400,410
        5,0.1,true,millions of pounds,,,GBP,17–40 boats,17,40,boats,last month,,,month,Albania,e0,,,\
        user\u{202E}gpj.exe\u{1B}[31m,press/003.txt,500,510
        ,0.0,,,,,,,,,,,,,,,,,,,press/003.txt,600,610

        """)
  }

  @Test func tsvHasTabs() {
    #expect(
      lines(.tsv, textTable("x\ty", ["a\tb", "c,d", "", nil])) == ["\"x\ty\"", "\"a\tb\"", "c,d", "\"\"", "", ""])
  }

  @Test func madeNamesGiveWayToColumns() {
    let amount = measureColumn(.money, [Measure(number("5"), unit: "GBP")])
    let table = table(
      "t", ("x", ValueType(.money("GBP")), amount), ("x_low", .int, .int(FixedColumn([7]))),
      ("file", .text, .text(TextColumn(["mine"]))), ("source", ValueType(.source), places("a.txt", [1], at: [3])))
    #expect(
      lines(.csv, table) == [
        "x,x_x_low,x_high,x_currency,x_low,file,source_file,start,end", "£5,5,5,GBP,7,mine,a.txt,3,13", "",
      ])
    #expect(
      written(.jsonl, table) == """
        {"x":{"low":5,"high":5,"low_open":false,"high_open":false,"hedge":null,"currency":"GBP","text":"£5","worded":"£5"},\
        "x_low":7,"file":"mine","source_file":"a.txt","start":3,"end":13}

        """)
  }

  @Test func jsonLines() {
    #expect(
      written(.jsonl, sample) == #"""
        {"n":1,"rate":0.5,"ok":true,"amount":{"low":30000000,"high":30000000,"low_open":false,"high_open":false,"hedge":null,"currency":"GBP","text":"£30 million","worded":"£30 million"},"share":{"low":36,"high":36,"low_open":false,"high_open":false,"hedge":null,"unit":"percent","text":"36%","worded":"36%"},"date":{"low":"2024-03-05","high":"2024-03-05","grain":"day","text":"5 March 2024"},"speaker":{"id":"e0","name":"Albania"},"parties":[{"id":"e0","name":"Albania"},{"id":"e1","name":"Europol"}],"note":"plain","file":"press/003.txt","start":0,"end":10}
        {"n":-2,"rate":1.0,"ok":false,"amount":{"low":24000,"high":null,"low_open":true,"high_open":false,"hedge":null,"currency":"EUR","text":"€24,000","worded":"more than €24,000"},"share":{"low":null,"high":-30,"low_open":false,"high_open":true,"hedge":null,"unit":"percent","text":"30%","worded":"more than 30%"},"date":{"low":"2024-03-01","high":"2024-03-31","grain":"month","text":"March 2024"},"speaker":null,"parties":[{"id":"e2","name":"NCA \"joint\" unit"}],"note":"a \"b\", c","file":"press/003.txt","start":20,"end":30}
        {"n":3,"rate":1e+20,"ok":true,"amount":{"low":null,"high":6000000000,"low_open":false,"high_open":false,"hedge":null,"currency":"USD","text":"$6bn","worded":"up to $6bn"},"share":{"low":0.333333333333333333,"high":0.333333333333333333,"low_open":false,"high_open":false,"hedge":null,"unit":"fraction","text":"a third","worded":"a third"},"date":{"low":"2015-01-01","high":null,"grain":"year","text":"since 2015"},"speaker":{"id":"e2","name":"NCA \"joint\" unit"},"parties":[],"note":"two\nlines","file":"press/003.txt","start":40,"end":50}
        {"n":4,"rate":-3.25,"ok":false,"amount":{"low":17.5,"high":40,"low_open":false,"high_open":false,"hedge":null,"currency":"GBP","text":"£17.50 to £40","worded":"£17.50–£40"},"share":{"low":200,"high":200,"low_open":false,"high_open":false,"hedge":"about","unit":"people","text":"200 people","worded":"nearly 200 people"},"date":{"low":null,"high":null,"grain":"month","text":"last July","partial":"--07"},"speaker":{"id":"e1","name":"Europol"},"parties":[null],"note":"日本語 🏴\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f é","file":"press/003.txt","start":400,"end":410}
        {"n":5,"rate":0.1,"ok":true,"amount":{"low":null,"high":null,"low_open":false,"high_open":false,"hedge":null,"currency":"GBP","text":"millions of pounds","worded":"millions of pounds"},"share":{"low":17,"high":40,"low_open":false,"high_open":false,"hedge":null,"unit":"boats","text":"17–40 boats","worded":"17–40 boats"},"date":{"low":null,"high":null,"grain":"month","text":"last month","partial":null},"speaker":{"id":"e0","name":"Albania"},"parties":null,"note":"user\u202egpj.exe\u001b[31m","file":"press/003.txt","start":500,"end":510}
        {"n":null,"rate":0.0,"ok":null,"amount":null,"share":null,"date":null,"speaker":null,"parties":null,"note":null,"file":"press/003.txt","start":600,"end":610}

        """#)
  }

  @Test func jsonArray() {
    #expect(written(.json, intTable("n", 0)) == "[]\n")
    #expect(written(.json, intTable("n", 2)) == "[\n{\"n\":0},\n{\"n\":1}\n]\n")
  }

  @Test(arguments: [
    (1, 3, "0.333333333333333333"), (2, 3, "0.666666666666666667"), (-1, 3000, "-0.000333333333333333333"),
    (1, 8, "0.125"), (1_000_000, 7, "142857.142857142857"), (2_999_999_999_999_999_999, 3, "1000000000000000000"),
    (-7, 1, "-7"), (5, 2, "2.5"), (1, 6, "0.166666666666666667"),
  ])
  func exactNumbers(_ top: Int, _ bottom: Int, _ digits: String) {
    let value = ExactNumber(Int128(top), over: Int128(bottom))!
    let table = table("t", ("x", ValueType(.quantity("")), measureColumn(.quantity, [Measure(value, unit: "")])))
    // The value as people write it may have commas; behind it stand the low end, the high end and the unit.
    let fields = lines(.csv, table)[1].split(separator: ",", omittingEmptySubsequences: false)
    #expect(fields.suffix(3).prefix(2).map(String.init) == [digits, digits])
  }

  @Test func subDayMomentsHaveClockTimes() {
    let moment = Moment(literal: "2024-03-05T07:30")!
    let table = table("t", ("at", .date, .moment(MomentColumn([moment]))))
    #expect(
      lines(.jsonl, table)[0]
        == #"{"at":{"low":"2024-03-05T07:30:00","high":"2024-03-05T07:30:59","grain":"minute","text":"2024-03-05T07:30"}}"#
    )
  }

  @Test func markdown() {
    #expect(
      written(.md, sample) == #"""
        | n | rate | ok | amount | share | date | speaker | parties | note | source |
        | ---: | ---: | --- | ---: | ---: | --- | --- | --- | --- | --- |
        | 1 | 0.5 | true | £30m | 36% | 2024-03-05 | Albania | Albania, Europol | plain | press/003.txt:1 |
        | -2 | 1.0 | false | more than €24,000 | down more than 30% | 2024-03 | – | NCA "joint" unit | a "b", c | press/003.txt:2 |
        | 3 | 1e+20 | true | up to \$6bn | a third | since 2015 | NCA "joint" unit |  | two<br>lines | press/003.txt:3 |
        | 4 | -3.25 | false | £17.50–£40 | about 200 people | "last July" (unresolved) | Europol | – | 日本語 🏴󠁧󠁢󠁥󠁮󠁧󠁿 é | press/003.txt:40 |
        | 5 | 0.1 | true | millions of pounds | 17–40 boats | "last month" (unresolved) | Albania | – | user\\u{202E}gpj.exe\\u{1B}\[31m | press/003.txt:50 |
        | – | 0.0 | – | – | – | – | – | – | – | press/003.txt:60 |

        """#)
    #expect(
      lines(.md, textTable("some_name", ["a|b *c* <i>&amp; `d` _e_ f_g"]))[2]
        == #"| a\|b \*c\* &lt;i>&amp;amp; \`d\` \_e_ f_g |"#)
  }

  @Test(arguments: [
    ("out.csv", OutputFormat.csv), ("a.b/OUT.JSON", .json), ("x.ndjson", .jsonl), ("x.markdown", .md), ("x.htm", .html),
    ("notes.txt", .plain),
  ])
  func formatsByFileName(_ name: String, _ format: OutputFormat) { #expect(OutputFormat(fileName: name) == format) }

  @Test func unknownFileNames() {
    for name in ["", "csv", ".csv", "x.", "a.csv/x", "x.xlsx"] { #expect(OutputFormat(fileName: name) == nil) }
  }
}
