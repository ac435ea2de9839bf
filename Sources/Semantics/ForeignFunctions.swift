/// What functions of other languages are called here: SQL, KQL, pandas, Polars, dplyr, spreadsheets.
package enum ForeignFunctions {
  /// A name of ours, or a form to write instead; nil for a word that no other language has.
  ///
  /// In a form the letters `a`, `b` and `c` stand for the arguments, see `Template`; one with `…` is only shown. Case and underscores do not count: `DATE_TRUNC`, `datetrunc` and `date_trunc` are one.
  package static func ours(for name: String) -> String? { table[key(name)] }

  /// Names of the day on which a query runs, which no query can know.
  package static func isClock(_ name: String) -> Bool { clocks.contains(key(name)) }

  package static let clocks: Set<String> = [
    "now", "today", "currentdate", "getdate", "sysdate", "ago", "currenttimestamp", "utcnow", "systemtime",
  ]

  /// Every foreign name with what is written here, for the tests.
  package static var all: [(name: String, ours: String)] {
    entries.flatMap { entry in entry.names.split(separator: " ").map { (String($0), entry.ours) } }
  }

  private static func key(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for (ours, names) in entries {
      for name in names.split(separator: " ") { table[key(String(name))] = ours }
    }
    return table
  }()

  private static let entries: [(ours: String, names: String)] = [
    // Text
    ("lower", "to_lower lcase str_to_lower lowercase casefold"),
    ("upper", "to_upper ucase str_to_upper uppercase"),
    ("title_case", "initcap proper str_to_title title to_titlecase"),
    ("capitalize", "str_to_sentence"),
    ("fold", "unaccent strip_accents remove_accents normalize translit"),
    ("trim", "strip str_trim btrim ltrim rtrim trimws strip_chars trim_start trim_end"),
    (
      "length",
      "len nchar strlen char_length character_length len_chars str_length array_length list_length cardinality size"
    ),
    ("reverse", "str_reverse string_reverse"),
    ("repeat", "rept replicate strrep strcat_array"),
    ("pad_start", "lpad padleft str_pad zfill"),
    ("pad_end", "rpad padright ljust"),
    ("substring", "substr mid str_sub str_slice"),
    ("substring(a, 1, b)", "left str_left"),
    ("substring(a, -b)", "right str_right"),
    ("position", "instr strpos charindex locate indexof find search str_locate"),
    ("starts_with", "startswith str_starts prefix has_prefix"),
    ("ends_with", "endswith str_ends suffix has_suffix"),
    (
      "replace",
      "substitute str_replace str_replace_all regexp_replace regex_replace gsub translate replace_string replace_regex"
    ),
    ("split", "string_split str_split string_to_array split_part regexp_split_to_array text_split"),
    ("words", "tokenize word_tokenize str_words"),
    ("word_count", "count_words wordcount"),
    ("occurrences", "countof str_count count_substring regexp_count"),
    ("extract", "regexp_extract regexp_substr str_extract regex_extract regexp_match"),
    ("extract_all", "regexp_extract_all str_extract_all find_all"),
    (
      "similarity",
      "levenshtein edit_distance jaro_winkler jaro_winkler_similarity jaccard jaccard_similarity soundex damerau_levenshtein fuzzy_match str_dist"
    ),
    ("join", "concat_ws array_to_string list_join str_join implode textjoin string_agg_list array_join strcat_delim"),
    ("join(list(a), b)", "string_agg group_concat listagg"),
    ("a + b", "concat strcat paste0 concatenate str_c"),
    ("a matches /…/", "regexp_matches regexp_like regexp str_detect rlike regex_match"), ("b matches /…/", "grepl"),
    ("a + \" \" + b", "paste"),
    ("a contains b", "str_contains includes contains_text"),
    ("a has b", "like ilike hasword search_text match_against"),
    // Numbers
    ("abs", "absolute fabs"), ("sign", "signum sgn"), ("ceiling", "ceil roundup"),
    ("truncate", "trunc rounddown fix"), ("power", "pow exponent"), ("mod", "modulo modulus remainder fmod"),
    ("ln(x) or log10(x)", "log"), ("ln(a) / ln(2)", "log2"), ("log10", "lg"), ("sqrt", "square_root"),
    ("least", "pmin min_horizontal minimum_of min_of"), ("greatest", "pmax max_horizontal max_of"),
    ("clamp", "clip squish"), ("bucket", "bin cut width_bucket floor_to bin_at mround cut_number"),
    // Dates
    (
      "date",
      "to_date as_date parse_date to_datetime strptime datefromparts make_date make_datetime str_to_date datevalue datetime ymd dmy mdy"
    ),
    ("month(a)", "startofmonth"), ("year(a)", "startofyear"),
    ("month(d), quarter(d), year(d)", "date_trunc trunc_date startofweek startofday floor_date"),
    ("year_number(a)", "getyear"), ("month_of_year(a)", "getmonth"),
    ("year_number(d), month_of_year(d), day_of_month(d)", "date_part"),
    ("day_of_week", "dayofweek weekday wday dow"), ("day_of_year", "dayofyear yday doy"),
    ("day_of_month", "dayofmonth mday"), ("week_of_year", "weekofyear isoweek week_number weeknum"),
    ("month_of_year", "month_number monthofyear"), ("hour_of_day", "hour hourofday hours"),
    ("days_between", "datediff datetime_diff days difftime"), ("end", "last_day eomonth endofmonth"),
    ("d + 3 days", "date_add datetime_add adddate date_sub edate"),
    ("text", "strftime date_format format_datetime to_char to_string str as_character string as_text"),
    // Values
    ("int", "toint tolong parse_int as_integer integer to_integer bigint"),
    ("float", "todouble toreal tofloat to_number as_numeric double parse_float value decimal todecimal numeric"),
    ("int(x), float(x), text(x)", "cast try_cast convert_type as_type"),
    ("a ?? b", "coalesce ifnull nvl isnull_or fill_na iferror ifna replace_na"),
    ("a is none", "isnull isna missing isblank isempty is_missing isnan"),
    ("a is known", "isnotnull notnull notna isnotempty"),
    ("if a then b else c", "iif if_else iff ifthen"), ("if … then … else …", "case_when decode switch case ifs"),
    ("if a == b then none else a", "nullif na_if"), ("a in b", "isin in_list"),
    ("a in b..c", "between is_between"), ("index_of", "list_position array_position array_index_of which"),
    // Lists
    ("sorted", "list_sort array_sort sort_array sort_list array_sort_asc"),
    ("distinct", "list_distinct array_distinct unique list_unique"),
    ("reversed", "list_reverse array_reverse rev"),
    ("element", "list_extract array_extract list_element element_at nth nth_value list_get"),
    ("slice", "list_slice array_slice sublist head_list"),
    ("a has b", "list_contains array_contains list_has array_has"),
    ("flatten", "list_concat array_concat array_cat list_flatten unlist"),
    ("range", "generate_series sequence seq series seq_len arange"),
    ("table | unnest list", "explode mv_expand unnest flatten_table"),
    // Aggregates
    ("avg", "mean average"), ("sum", "total"), ("count", "n counta len_rows nrow"),
    ("count_distinct", "nunique distinct_count dcount n_distinct approx_count_distinct uniq"),
    ("count(where a)", "count_if"), ("sum(a where b)", "sumif"), ("avg(a where b)", "avgif"),
    ("count(where …)", "countifs"), ("sum(x where …)", "sumifs"), ("avg(x where …)", "averageif averageifs"),
    (
      "quantile",
      "percentile percentile_cont percentile_disc quantile_cont quantile_disc approx_quantile percentiles percentile_approx percentile_inc"
    ),
    ("stddev", "std sd stdev stddev_samp stdev_s stdevif"), ("variance", "var var_samp var_s"),
    ("corr", "correl correlation cor pearson"), ("covariance", "cov covar covar_samp"),
    ("product", "prod"), ("mode", "most_frequent mode_sngl modal"),
    ("list", "array_agg collect_list make_list implode_rows"),
    ("set", "make_set collect_set array_agg_distinct"),
    ("first", "first_value any_value take_any arbitrary anyif"), ("last", "last_value"),
    ("min_by(b, a)", "arg_min"), ("max_by(b, a)", "arg_max"), ("min_by", "which_min"), ("max_by", "which_max"),
    ("any", "bool_or some logical_or"), ("all", "bool_and every logical_and"),
    ("table | top n by x", "nlargest large head_by slice_max"),
    // Windows
    ("row_number", "row_num row_index"), ("rank", "percent_rank ntile min_rank"),
    ("lag", "shift prev previous"), ("lead", "next_value"), ("carry", "ffill fill_forward forward_fill locf"),
    ("sum(a sort …)", "cumsum row_cumsum running_total"), ("a - lag(a)", "diff"),
    ("join r = table on …", "vlookup xlookup lookup merge hlookup"),
  ]
}
