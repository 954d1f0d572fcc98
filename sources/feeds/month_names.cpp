#include "sources/feeds/month_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/text/utf8.h"

namespace claimtrail {
namespace {

struct MonthName {
  std::string_view name;
  int month;
};

// Case-folded, sorted by bytes. Of a name that two languages give to different months, the language
// of more pages has it.
constexpr std::array months{
    MonthName{"abr", 4},         MonthName{"abril", 4},        MonthName{"ago", 8},
    MonthName{"agosto", 8},      MonthName{"aout", 8},         MonthName{"août", 8},
    MonthName{"apr", 4},         MonthName{"april", 4},        MonthName{"aprila", 4},
    MonthName{"aprile", 4},      MonthName{"aprilie", 4},      MonthName{"apríl", 4},
    MonthName{"aralık", 12},     MonthName{"aug", 8},          MonthName{"august", 8},
    MonthName{"augusti", 8},     MonthName{"augustus", 8},     MonthName{"avr", 4},
    MonthName{"avril", 4},       MonthName{"ağustos", 8},      MonthName{"březen", 3},
    MonthName{"března", 3},      MonthName{"cze", 6},          MonthName{"czerwca", 6},
    MonthName{"czerwiec", 6},    MonthName{"dec", 12},         MonthName{"december", 12},
    MonthName{"decembre", 12},   MonthName{"decembrie", 12},   MonthName{"des", 12},
    MonthName{"desember", 12},   MonthName{"dez", 12},         MonthName{"dezember", 12},
    MonthName{"dezembro", 12},   MonthName{"dic", 12},         MonthName{"dicembre", 12},
    MonthName{"diciembre", 12},  MonthName{"duben", 4},        MonthName{"dubna", 4},
    MonthName{"déc", 12},        MonthName{"décembre", 12},    MonthName{"ekim", 10},
    MonthName{"ene", 1},         MonthName{"enero", 1},        MonthName{"eylül", 9},
    MonthName{"feb", 2},         MonthName{"febbraio", 2},     MonthName{"feber", 2},
    MonthName{"febrero", 2},     MonthName{"februar", 2},      MonthName{"februari", 2},
    MonthName{"februarie", 2},   MonthName{"february", 2},     MonthName{"február", 2},
    MonthName{"fev", 2},         MonthName{"fevereiro", 2},    MonthName{"fevr", 2},
    MonthName{"fevrier", 2},     MonthName{"févr", 2},         MonthName{"février", 2},
    MonthName{"gen", 1},         MonthName{"gennaio", 1},      MonthName{"giu", 6},
    MonthName{"giugno", 6},      MonthName{"gru", 12},         MonthName{"grudnia", 12},
    MonthName{"grudzień", 12},   MonthName{"haziran", 6},      MonthName{"ianuarie", 1},
    MonthName{"iulie", 7},       MonthName{"iunie", 6},        MonthName{"jan", 1},
    MonthName{"janeiro", 1},     MonthName{"janner", 1},       MonthName{"januar", 1},
    MonthName{"januari", 1},     MonthName{"january", 1},      MonthName{"január", 1},
    MonthName{"janv", 1},        MonthName{"janvier", 1},      MonthName{"juil", 7},
    MonthName{"juill", 7},       MonthName{"juillet", 7},      MonthName{"juin", 6},
    MonthName{"jul", 7},         MonthName{"julho", 7},        MonthName{"juli", 7},
    MonthName{"julio", 7},       MonthName{"july", 7},         MonthName{"jun", 6},
    MonthName{"june", 6},        MonthName{"junho", 6},        MonthName{"juni", 6},
    MonthName{"junio", 6},       MonthName{"jänner", 1},       MonthName{"júl", 7},
    MonthName{"jún", 6},         MonthName{"kasım", 11},       MonthName{"květen", 5},
    MonthName{"května", 5},      MonthName{"kwi", 4},          MonthName{"kwiecień", 4},
    MonthName{"kwietnia", 4},    MonthName{"leden", 1},        MonthName{"ledna", 1},
    MonthName{"lip", 7},         MonthName{"lipca", 7},        MonthName{"lipiec", 7},
    MonthName{"lis", 11},        MonthName{"listopad", 11},    MonthName{"listopada", 11},
    MonthName{"lug", 7},         MonthName{"luglio", 7},       MonthName{"lut", 2},
    MonthName{"lutego", 2},      MonthName{"luty", 2},         MonthName{"maart", 3},
    MonthName{"mag", 5},         MonthName{"maggio", 5},       MonthName{"mai", 5},
    MonthName{"maio", 5},        MonthName{"maj", 5},          MonthName{"maja", 5},
    MonthName{"mar", 3},         MonthName{"marca", 3},        MonthName{"march", 3},
    MonthName{"marco", 3},       MonthName{"marec", 3},        MonthName{"mars", 3},
    MonthName{"mart", 3},        MonthName{"martie", 3},       MonthName{"marz", 3},
    MonthName{"marzec", 3},      MonthName{"marzo", 3},        MonthName{"março", 3},
    MonthName{"may", 5},         MonthName{"mayo", 5},         MonthName{"mayıs", 5},
    MonthName{"mei", 5},         MonthName{"mrz", 3},          MonthName{"május", 5},
    MonthName{"märz", 3},        MonthName{"nisan", 4},        MonthName{"noiembrie", 11},
    MonthName{"nov", 11},        MonthName{"november", 11},    MonthName{"novembre", 11},
    MonthName{"novembro", 11},   MonthName{"noviembre", 11},   MonthName{"ocak", 1},
    MonthName{"oct", 10},        MonthName{"october", 10},     MonthName{"octobre", 10},
    MonthName{"octombrie", 10},  MonthName{"octubre", 10},     MonthName{"okt", 10},
    MonthName{"oktober", 10},    MonthName{"október", 10},     MonthName{"ott", 10},
    MonthName{"ottobre", 10},    MonthName{"out", 10},         MonthName{"outubro", 10},
    MonthName{"paź", 10},        MonthName{"październik", 10}, MonthName{"października", 10},
    MonthName{"prosince", 12},   MonthName{"prosinec", 12},    MonthName{"sep", 9},
    MonthName{"sept", 9},        MonthName{"september", 9},    MonthName{"septembre", 9},
    MonthName{"septembrie", 9},  MonthName{"septiembre", 9},   MonthName{"set", 9},
    MonthName{"setembro", 9},    MonthName{"settembre", 9},    MonthName{"sie", 8},
    MonthName{"sierpień", 8},    MonthName{"sierpnia", 8},     MonthName{"srpen", 8},
    MonthName{"srpna", 8},       MonthName{"sty", 1},          MonthName{"styczeń", 1},
    MonthName{"stycznia", 1},    MonthName{"szeptember", 9},   MonthName{"temmuz", 7},
    MonthName{"wrz", 9},         MonthName{"wrzesień", 9},     MonthName{"września", 9},
    MonthName{"září", 9},        MonthName{"únor", 2},         MonthName{"února", 2},
    MonthName{"červen", 6},      MonthName{"července", 7},     MonthName{"červenec", 7},
    MonthName{"června", 6},      MonthName{"říjen", 10},       MonthName{"října", 10},
    MonthName{"şubat", 2},       MonthName{"απριλίου", 4},     MonthName{"αυγούστου", 8},
    MonthName{"δεκεμβρίου", 12}, MonthName{"ιανουαρίου", 1},   MonthName{"ιουλίου", 7},
    MonthName{"ιουνίου", 6},     MonthName{"μαΐου", 5},        MonthName{"μαρτίου", 3},
    MonthName{"νοεμβρίου", 11},  MonthName{"οκτωβρίου", 10},   MonthName{"σεπτεμβρίου", 9},
    MonthName{"φεβρουαρίου", 2}, MonthName{"авг", 8},          MonthName{"август", 8},
    MonthName{"августа", 8},     MonthName{"апр", 4},          MonthName{"апрель", 4},
    MonthName{"апреля", 4},      MonthName{"березня", 3},      MonthName{"вересня", 9},
    MonthName{"грудня", 12},     MonthName{"дек", 12},         MonthName{"декабрь", 12},
    MonthName{"декабря", 12},    MonthName{"жовтня", 10},      MonthName{"июл", 7},
    MonthName{"июль", 7},        MonthName{"июля", 7},         MonthName{"июн", 6},
    MonthName{"июнь", 6},        MonthName{"июня", 6},         MonthName{"квітня", 4},
    MonthName{"липня", 7},       MonthName{"лютого", 2},       MonthName{"май", 5},
    MonthName{"мар", 3},         MonthName{"март", 3},         MonthName{"марта", 3},
    MonthName{"мая", 5},         MonthName{"ноя", 11},         MonthName{"ноябрь", 11},
    MonthName{"ноября", 11},     MonthName{"окт", 10},         MonthName{"октябрь", 10},
    MonthName{"октября", 10},    MonthName{"сен", 9},          MonthName{"сентябрь", 9},
    MonthName{"сентября", 9},    MonthName{"серпня", 8},       MonthName{"січня", 1},
    MonthName{"травня", 5},      MonthName{"фев", 2},          MonthName{"февраль", 2},
    MonthName{"февраля", 2},     MonthName{"червня", 6},       MonthName{"янв", 1},
    MonthName{"январь", 1},      MonthName{"января", 1},
};

constexpr std::array weekdays{"fri", "friday", "mon",     "monday", "sat",      "saturday",
                              "sun", "sunday", "thu",     "thur",   "thurs",    "thursday",
                              "tue", "tues",   "tuesday", "wed",    "wednesday"};

constexpr std::size_t longest_name = 32;

}  // namespace

int month_number(std::string_view name) {
  if (name.size() > longest_name) return 0;
  const std::string folded = fold_case(name);
  const auto row =
      std::lower_bound(months.begin(), months.end(), folded,
                       [](const MonthName& a, const std::string& b) { return a.name < b; });
  return row != months.end() && row->name == folded ? row->month : 0;
}

bool is_weekday_name(std::string_view name) {
  if (name.size() > longest_name) return false;
  const std::string folded = fold_case(name);
  return std::find(weekdays.begin(), weekdays.end(), folded) != weekdays.end();
}

}  // namespace claimtrail
