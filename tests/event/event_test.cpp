// SPDX-FileCopyrightText: 2026 khabar authors
// SPDX-License-Identifier: MIT

// What sentences say, topic by topic. Sentences that are not read rightly yet stand in tests/cases/reading as *.known-bug.
#include "support/reading.hpp"

#include <gtest/gtest.h>

#include <span>

namespace khabar {
namespace {

constexpr std::string_view kPublished = "2024-05-15";  // a Wednesday

struct Row {
  std::string_view what, text, events;
};

void expect_rows(std::span<const Row> rows) {
  for (const auto& row : rows) EXPECT_EQ(test::read(row.text, kPublished), row.events) << row.what << ": " << row.text;
}

constexpr Row kWords[] = {
    {"adjective gives means", "استهدف قصف مدفعي لقوات الدعم السريع سوقا في مدينة الفاشر أمس.",
     "Shelling actor=RapidSupportForces object=سوقا place=Fasher when=2024-05-14\n"},
    {"rocket adjective", "استهدف هجوم صاروخي مدينة أربيل أمس.", "RocketAttack place=Erbil when=2024-05-14\n"},
};

TEST(Reading, Words) { expect_rows(kWords); }

constexpr Row kClauses[] = {
    {"exposed to", "تعرض مقر للحشد الشعبي في محافظة ديالى لهجوم بطائرة مسيرة يوم السبت.",
     "DroneStrike target=PopularMobilization object=مقر<PopularMobilization weapon=Drone place=DiyalaGovernorate when=2024-05-11\n"},
    {"reached", "طال القصف الإسرائيلي مخيم النصيرات وسط قطاع غزة فجر اليوم.", "Strike actor=Israel place=NuseiratCamp when=2024-05-15\n"},
    {"two sides", "اندلعت اشتباكات بين الجيش السوداني وقوات الدعم السريع في مدينة ود مدني أمس.",
     "ArmedClash actor=RapidSupportForces, SudaneseArmy place=WadMadani when=2024-05-14\n"},
    {"capture", "سيطرت هيئة تحرير الشام على مدينة حماة يوم السبت.", "TerritorialChange actor=HayatTahrirSham place=Hama when=2024-05-11\n"},
    {"deployment", "انتشر الجيش اللبناني في بلدة الناقورة أمس.", "Movement actor=LebaneseArmy place=Naqoura when=2024-05-14\n"},
    {"masdar agent and patient", "أعلن مصدر أمني قصف القوات التركية لمدينة العمادية أمس.",
     "Strike actor=TurkishArmedForces place=Amadiyah when=2024-05-14 said=مصدر أمني\n"},
};

TEST(Reading, Clauses) { expect_rows(kClauses); }

constexpr Row kParticipants[] = {
    {"pronoun of that", "قالت الشرطة العراقية إنها اعتقلت ثلاثة مطلوبين في مدينة كركوك أمس.",
     "Arrest actor=IraqiPolice target=ثلاثة مطلوبين place=Kirkuk when=2024-05-14 said=IraqiPolice\n"},
    {"who announces did it", "أعلنت السعودية اعتراض صاروخ باليستي فوق مدينة جازان أمس.",
     "Interception actor=SaudiArabia object=صاروخ باليستي place=Jizan when=2024-05-14 said=SaudiArabia\n"},
    {"letters of a masdar are a verb's", "إن الجيش السوداني قصف مقرا لقوات الدعم السريع في مدينة الأبيض أمس.",
     "Strike actor=SudaneseArmy target=RapidSupportForces object=مقرا<RapidSupportForces place=Obeid when=2024-05-14\n"},
    {"relative clause without a relative", "وقع هجوم شنه تنظيم القاعدة على نقطة تفتيش في محافظة أبين أمس.",
     "GroundAttack actor=AlQaida object=نقطة تفتيش place=AbyanGovernorate when=2024-05-14\n"},
    {"managed to", "تمكن الجيش العراقي من تدمير مستودع لتنظيم داعش في محافظة ديالى أمس.",
     "Strike actor=IraqiArmedForces target=IslamicState object=مستودع!Destroyed<IslamicState place=DiyalaGovernorate when=2024-05-14\n"},
    {"the accused", "اتهم الجيش السوداني قوات الدعم السريع بقصف سوق في مدينة الأبيض أمس.",
     "Strike likely=RapidSupportForces object=سوق place=Obeid when=2024-05-14 said=SudaneseArmy\n"},
    {"the accuser before the verb", "بغداد تتهم تنظيم داعش بقصف مدينة كركوك أمس.",
     "Strike likely=IslamicState place=Kirkuk when=2024-05-14\n"},
    {"no subject in the accusative", "قال الجيش الأردني إنه استهدف مهربين في محافظة المفرق أمس.",
     "Strike actor=JordanianArmedForces target=مهربين place=MafraqGovernorate when=2024-05-14 said=JordanianArmedForces\n"},
    {"a hashtag inside a phrase", "قصفت مقاتلات #التحالف_العربي تجمعات #الحوثيين في مدينة ذمار أمس.",
     "AirStrike actor=ArabCoalition target=Houthis object=تجمعات الحوثيين<Houthis weapon=Warplane place=Dhamar when=2024-05-14\n"},
    {"what opens with an answer", "وردا على الهجوم، قصفت القوات الأميركية مقرا لكتائب حزب الله في بلدة جرف الصخر أمس.",
     "Strike actor=UsArmedForces target=KataibHezbollah object=مقرا<KataibHezbollah place=JurfAlSakhar when=2024-05-14\n"},
    {"a part of a force", "انتشرت وحدات من الجيش اللبناني في بلدة مرجعيون أمس.",
     "Movement actor=وحدات من الجيش اللبناني place=Marjayoun when=2024-05-14\n"},
    {"the coalition that acts in the country", "شنت طائرات التحالف غارات على مواقع للحوثيين في مدينة ذمار اليمنية أمس.",
     "AirStrike actor=ArabCoalition target=Houthis object=مواقع<Houthis weapon=Aircraft place=Dhamar when=2024-05-14\n"},
    {"a plural is no adjective of a singular", "اتهمت الحكومة السودانية الحوثيين بقصف حي سكني في مدينة مأرب أمس.",
     "Strike likely=Houthis object=حي سكني place=Marib when=2024-05-14 said=SudaneseGovernment\n"},
    {"the accusative is no adjective of a subject", "اعتقلت الشرطة التركية فلسطينيا في مدينة مرسين أمس.",
     "Arrest actor=TurkishPolice target=فلسطينيا place=Mersin when=2024-05-14\n"},
    {"one of a nation", "قتل لبناني في غارة إسرائيلية على بلدة بليدا أمس.",
     "AirStrike actor=Israel target=لبناني place=BlidaLebanon when=2024-05-14 killed=1\n"},
    {"who rides in what is hit", "استهدف تفجير حافلة تقل جنودا في مدينة كابل أمس.", "Bombing object=حافلة place=Kabul when=2024-05-14\n"},
    {"the sort of arms", "أغارت مقاتلات من طراز ميغ على مقر لتنظيم القاعدة في مدينة سرت أمس.",
     "AirStrike target=AlQaida object=مقر<AlQaida weapon=Warplane place=Sirte when=2024-05-14\n"},
    {"a raid on a house", "داهمت الشرطة التركية منزلا في مدينة وان أمس.",
     "Arrest actor=TurkishPolice object=منزلا place=Van when=2024-05-14\n"},
    {"above a town", "أسقطت الدفاعات الجوية السورية صاروخا في سماء مدينة حمص أمس.",
     "Interception actor=SyrianAirDefence object=صاروخا place=Homs when=2024-05-14\n"},
    {"at the same time others",
     "نجح الجيش العراقي في دحر تنظيم داعش من مدينة بيجي أمس، بالتزامن مع شن طائرات التحالف الدولي غارات على مدينة الموصل.",
     "TerritorialChange actor=IraqiArmedForces target=IslamicState place=Baiji when=2024-05-14\n"
     "AirStrike actor=GlobalCoalition weapon=Aircraft place=Mosul when=2024-05-14\n"},
    {"people of a nation", "اعتقلت القوات الإسرائيلية 12 فلسطينيا في مدينة نابلس فجر اليوم.",
     "Arrest actor=Idf target=12 فلسطينيا place=Nablus when=2024-05-15\n"},
    {"what moves is hit", "استهدفت طائرات التحالف العربي تعزيزات للحوثيين في مديرية زبيد أمس.",
     "AirStrike actor=ArabCoalition target=Houthis object=تعزيزات<Houthis weapon=Aircraft place=ZabidDistrict when=2024-05-14\n"},
    {"the raid hit, not the hurt", "أصيب مدنيان في قصف مدفعي لقوات النظام السوري استهدف بلدة سرمين أمس.",
     "Shelling actor=SyrianArmy target=مدنيان place=Sarmin when=2024-05-14 injured=2\n"},
    {"targeting a force", "استهداف القوات الأميركية بصاروخ في قاعدة عين الأسد أمس.",
     "RocketAttack target=UsArmedForces weapon=Missile place=AinAlAsadAirBase when=2024-05-14\n"},
    {"interrupted by its source", "واستهدف القصف بحسب المرصد السوري سوقا في مدينة إدلب أمس.",
     "Strike object=سوقا place=IdlibDistrict when=2024-05-14 said=Sohr\n"},
    {"suspicion of the arrested", "اعتقلت الشرطة التركية 17 شخصا يشتبه في انتمائهم لتنظيم داعش في مدينة إزمير أمس.",
     "Arrest actor=TurkishPolice target=17 شخصا يشتبه في انتمائهم لتنظيم داعش place=Izmir when=2024-05-14\n"},
    {"whose source is", "طال قصف مدفعي مصدره قوات النظام السوري بلدة سرمين أمس.",
     "Shelling actor=SyrianArmy place=Sarmin when=2024-05-14\n"},
};

TEST(Reading, Participants) { expect_rows(kParticipants); }

constexpr Row kVictims[] = {
    {"the hurt beside a target", "انفجرت عبوة ناسفة برتل للشرطة العراقية في محافظة ديالى أمس، ما أدى إلى مقتل ضابط وثلاثة حراس.",
     "Bombing target=IraqiPolice object=رتل<IraqiPolice weapon=Ied place=DiyalaGovernorate when=2024-05-14 killed=4\n"},
    {"kin are no target", "قصفت مدفعية الجيش السوداني مدينة الفاشر أمس، ما أسفر عن مقتل امرأة.",
     "Shelling actor=SudaneseArmy weapon=Artillery place=Fasher when=2024-05-14 killed=1\n"},
    {"whom gunmen shot", "قتل ملثمون امرأة في مدينة كركوك أمس.",
     "TargetedKilling actor=ملثمون target=امرأة place=Kirkuk when=2024-05-14 killed=1\n"},
    {"fighters before another person kill", "قتل مسلحون المهندس سامر الزبيدي في مدينة كركوك أمس.",
     "TargetedKilling actor=مسلحون target=سامر الزبيدي place=Kirkuk when=2024-05-14 killed=1\n"},
    {"a number of a nation is killed", "قتل خمسة يمنيين برصاص الجيش السعودي قرب مدينة نجران أمس.",
     "TargetedKilling actor=SaudiArmedForces target=خمسة يمنيين weapon=Gunfire place=Najran when=2024-05-14 killed=5\n"},
    {"among them", "أعلنت الشرطة العراقية أن خمسة مسلحين بينهم امرأة هاجموا نقطة تفتيش في مدينة كركوك أمس.",
     "GroundAttack actor=خمسة مسلحين object=نقطة تفتيش place=Kirkuk when=2024-05-14 said=IraqiPolice\n"},
    {"areas are no object", "قصفت طائرات التحالف العربي مناطق في محافظة الجوف أمس.",
     "AirStrike actor=ArabCoalition weapon=Aircraft place=JawfGovernorate when=2024-05-14\n"},
    {"with seven missiles", "دمرت إسرائيل بسبعة صواريخ مستودعا في مدينة تدمر أمس.",
     "RocketAttack actor=Israel object=مستودعا!Destroyed weapon=Missile place=Palmyra when=2024-05-14\n"},
    {"a raid struck somebody", "استهدفت غارة القيادي في الحشد الشعبي وائل الزبيدي في مدينة القائم أمس.",
     "AirStrike target=وائل الزبيدي place=Qaim when=2024-05-14\n"},
    {"the raids of the aircraft struck something", "استهدفت غارات الطيران الروسي مستودعا قرب بلدة البارة أمس.",
     "AirStrike actor=RussianAirForce object=مستودعا place=Bara when=2024-05-14\n"},
};

TEST(Reading, Victims) { expect_rows(kVictims); }

constexpr Row kWhoStruck[] = {
    {"shelling from a force", "تعرضت بلدة سرمين لقصف صاروخي من قوات النظام السوري أمس.",
     "RocketAttack actor=SyrianArmy place=Sarmin when=2024-05-14\n"},
    {"shelling from a force behind its noun", "تجدد القصف المدفعي من قوات النظام السوري على بلدة البارة أمس.",
     "Shelling actor=SyrianArmy place=Bara when=2024-05-14\n"},
    {"who holds the town did not attack", "أفاد ناشطون بأن ملثمين في بلدة الشحيل، التي تسيطر عليها قسد، هاجموا دورية أمس.",
     "GroundAttack actor=ملثمين object=دورية place=Shuhayl when=2024-05-14 said=ناشطون\n"},
    {"a pronoun for nobody", "أعلنت الشرطة العراقية أنه في محافظة ديالى هاجم مسلحون نقطة تفتيش أمس.",
     "GroundAttack actor=مسلحون object=نقطة تفتيش place=DiyalaGovernorate when=2024-05-14 said=IraqiPolice\n"},
    {"posts believed to be theirs", "قصفت إسرائيل مواقع يعتقد أنها تابعة لحزب الله في مدينة القصير السورية أمس.",
     "Strike actor=Israel target=Hezbollah object=مواقع place=Qusayr when=2024-05-14\n"},
    {"attacks of a country", "نددت الأمم المتحدة بهجومي تونس اللذين أوقعا عشرات القتلى.", ""},
    {"a sentence goes on", "قصف الجيش السوداني مدينة الفاشر أمس. وقصف سوقا في مدينة الأبيض.",
     "Strike actor=SudaneseArmy place=Fasher when=2024-05-14\nStrike actor=SudaneseArmy object=سوقا place=Obeid when=2024-05-14\n"},
    {"targets of which nothing is said", "شنت إسرائيل غارات على أهداف قرب مدينة حمص أمس.",
     "AirStrike actor=Israel place=Homs~Near when=2024-05-14\n"},
    {"in military dress", "هاجم مسلحون يرتدون زيا عسكريا نقطة تفتيش في مدينة كركوك أمس.",
     "GroundAttack actor=مسلحون object=نقطة تفتيش place=Kirkuk when=2024-05-14\n"},
    {"the sides name nobody", "اشتبك الطرفان في مدينة تعز أمس.", "ArmedClash place=Taiz when=2024-05-14\n"},
    {"a depot that burst", "أسفر انفجار مستودع في بلدة سرمدا أمس عن أضرار.", "Explosion object=مستودع place=Sarmada when=2024-05-14\n"},
};

TEST(Reading, WhoStruck) { expect_rows(kWhoStruck); }

constexpr Row kTypes[] = {
    {"ballistic missile at ship", "استهدف الحوثيون سفينة تجارية في البحر الأحمر بصاروخ باليستي يوم الثلاثاء.",
     "RocketAttack actor=Houthis object=سفينة تجارية weapon=BallisticMissile place=RedSea when=2024-05-14\n"},
    {"missile at town", "أطلق الحوثيون صاروخا باليستيا على مدينة إيلات أمس.",
     "RocketAttack actor=Houthis weapon=BallisticMissile place=Eilat when=2024-05-14\n"},
    {"car bomb", "انفجرت سيارة مفخخة في مدينة الباب شرقي حلب صباح اليوم.", "Bombing weapon=CarBomb place=Bab when=2024-05-15\n"},
    {"heavy artillery", "قصفت القوات التركية بالمدفعية الثقيلة قرى في ريف تل رفعت أمس.",
     "Shelling actor=TurkishArmedForces weapon=Artillery place=TellRifaat~RuralArea when=2024-05-14\n"},
    {"explosions heard", "دوت انفجارات في محيط مطار دمشق الدولي فجر اليوم.", "Explosion place=DamascusAirport~Near when=2024-05-15\n"},
    {"mine under car", "انفجر لغم أرضي بسيارة مدنية في محافظة الحديدة أمس، ما أسفر عن مقتل 3 أشخاص.",
     "Bombing object=سيارة مدنية weapon=Landmine place=HudaydahGovernorate when=2024-05-14 killed=3\n"},
};

TEST(Reading, Types) { expect_rows(kTypes); }

constexpr Row kOneEventPerHappening[] = {
    {"headline and lead",
     "غارة إسرائيلية على النبطية\nشنت طائرات إسرائيلية غارة على مدينة النبطية جنوبي لبنان صباح الأربعاء. وأسفرت الغارة عن مقتل 4 أشخاص.",
     "AirStrike actor=Israel weapon=Aircraft place=Nabatieh when=2024-05-15 killed=4\n"},
    {"answer to a strike", "أطلق حزب الله صواريخ على كريات شمونة ردا على غارة إسرائيلية استهدفت بلدة الخيام.",
     "RocketAttack actor=Hezbollah weapon=Missile place=QiryatShmona re=2\nAirStrike actor=Israel place=Khiam279742\n"},
    {"two airports two days", "استهدفت إسرائيل مطار حلب الدولي أمس، كما استهدفت مطار دمشق الدولي الاثنين الماضي.",
     "Strike actor=Israel object=مطار حلب الدولي place=AleppoAirport when=2024-05-14\nStrike actor=Israel object=مطار دمشق الدولي "
     "place=DamascusAirport when=2024-05-13\n"},
    {"participle tells more", "قصفت طائرات حربية بلدة حيش صباح أمس مستهدفة سوقا شعبية.",
     "AirStrike object=سوقا شعبية weapon=Warplane place=Hish when=2024-05-14\n"},
    {"a similar raid is another",
     "استهدفت طائرة مسيرة أمريكية سيارة في محافظة شبوة أمس. وكانت غارة مماثلة قد استهدفت منزلا في محافظة البيضاء قبل يومين.",
     "DroneStrike actor=UnitedStates object=سيارة weapon=Drone place=ShabwahGovernorate when=2024-05-14\n"
     "AirStrike object=منزلا place=BaydaGovernorate when=2024-05-13\n"},
    {"the attack is known, only its author is not", "أسفر تفجير سيارة مفخخة في مدينة الباب أمس عن مقتل 3 مدنيين. ولم تتبن أي جهة الهجوم.",
     "Bombing target=3 مدنيين weapon=CarBomb place=Bab when=2024-05-14 killed=3\n"},
    {"answers with shelling", "أطلق مسلحون النار على نقطة للجيش العراقي في مدينة كركوك أمس، وردت قوات الجيش بقصف مدينة الحويجة.",
     "GroundAttack actor=مسلحون target=IraqiArmedForces object=نقطة<IraqiArmedForces place=Kirkuk when=2024-05-14\n"
     "Strike actor=قوات الجيش place=Hawijah when=2024-05-14 re=1\n"},
    {"answers after", "ردت القوات الأميركية بقصف مدينة القائم أمس، عقب تعرض قاعدة عين الأسد لهجوم صاروخي.",
     "Strike actor=UsArmedForces place=Qaim when=2024-05-14 re=2\n"
     "RocketAttack object=قاعدة عين الأسد place=AinAlAsadAirBase when=2024-05-14\n"},
    {"this comes after", "قصفت طائرات إسرائيلية مدينة رفح أمس. ويأتي هذا القصف بعد ساعات من سقوط صاروخ على مدينة سديروت.",
     "AirStrike actor=Israel weapon=Aircraft place=Rafah when=2024-05-14 re=2\n"
     "RocketAttack weapon=Missile place=Sderot when=2024-05-13..2024-05-14\n"},
    {"two villages of one countryside", "استهدفت المدفعية قرية كفرعمة في ريف الأتارب. وقصفت المدفعية كذلك قرية بحفيس في ريف الأتارب.",
     "Shelling weapon=Artillery place=Atarib~RuralArea, KafrAmmah11554439\n"
     "Shelling weapon=Artillery place=Atarib~RuralArea, Bahfis171940\n"},
};

TEST(Reading, OneEventPerHappening) { expect_rows(kOneEventPerHappening); }

constexpr Row kWhatDidNotHappen[] = {
    {"nobody claimed it", "لم يتبن أي فصيل إطلاق صواريخ على مدينة اللاذقية أمس.",
     "RocketAttack weapon=Missile place=Latakia when=2024-05-14\n"},
    {"a threat after what happened", "توعدت إسرائيل بعد سقوط قذائف على بلدة شلومي أمس.",
     "Shelling weapon=Shell place=Shelomi when=2024-05-14\n"},
    {"unprecedented", "تشهد مدينة درعا تصعيدا غير مسبوق وقصفا مدفعيا منذ أمس.", "Shelling place=Daraa when=2024-05-14..2024-05-15\n"},
    {"what goes on", "لم تتوقف غارات الطيران الروسي على مدينة معرة النعمان أمس.",
     "AirStrike actor=RussianAirForce place=MaarratAlNuman when=2024-05-14\n"},
    {"what still happens", "لا تزال المدفعية التركية تقصف مدينة عين العرب اليوم.",
     "Shelling actor=Turkey weapon=Artillery place=Kobani when=2024-05-15\n"},
    {"negated", "لم تقصف القوات الروسية مدينة خاركيف أمس.", "Strike(Denied) actor=RussianArmedForces place=Kharkiv when=2024-05-14\n"},
    {"condition", "في حال قصفت إسرائيل طهران فإن الرد سيكون قاسيا.", "Strike(Planned) actor=Israel place=Tehran\n"},
    {"condemnation", "أدان وزير الخارجية الأردني الاعتداءات بكل أشكالها ودعا إلى التهدئة.", ""},
    {"politics", "التقى الرئيس السوري وفدا من رجال الأعمال في دمشق أمس وبحث معهم فرص الاستثمار.", ""},
    {"purpose", "هاجمت القوات الحكومية مواقع الحوثيين في مديرية حيس أمس. وتسعى القوات إلى التقدم لاستعادة مدينة زبيد.",
     "GroundAttack actor=YemeniArmy target=Houthis object=مواقع الحوثيين<Houthis place=HaysDistrict when=2024-05-14\n"
     "TerritorialChange(Planned) place=Zabid\n"},
    {"state", "تقرير من الميدان\nتنتشر قوات من الجيش في المنطقة منذ سنوات. وتحدث السكان عن ارتفاع الأسعار.", ""},
    {"name and balloons", "أطلقوا على الحملة اسم الأمل، ثم بدأ إطلاق بالونات ملونة في الساحة.", ""},
};

TEST(Reading, WhatDidNotHappen) { expect_rows(kWhatDidNotHappen); }

constexpr Row kActors[] = {
    {"pronoun subject", "اقتحمت قوات إسرائيلية مدينة جنين أمس واعتقلت ستة شبان في بلدة قباطية.",
     "GroundAttack actor=Idf place=Jenin when=2024-05-14\nArrest actor=Idf target=ستة شبان place=Qabatiya when=2024-05-14\n"},
    {"capital acts", "شنت موسكو هجوما صاروخيا على مدينة أوديسا أمس.", "RocketAttack actor=Russia place=Odessa when=2024-05-14\n"},
};

TEST(Reading, Actors) { expect_rows(kActors); }

constexpr Row kObjects[] = {
    {"depots of a group", "استهدف قصف صاروخي مستودعات ذخيرة لقوات سوريا الديمقراطية في عين عيسى أمس.",
     "RocketAttack target=Sdf object=مستودعات ذخيرة<Sdf place=AynIsa when=2024-05-14\n"},
    {"headquarters of a brigade", "استهدفت غارة مقرا للواء فاطميون المدعوم من إيران في تدمر أمس.",
     "AirStrike target=Fatemiyoun object=مقرا<Fatemiyoun place=Palmyra when=2024-05-14\ntie: Fatemiyoun BackedBy Iran\n"},
    {"accusative is no dual", "أفادت مصادر محلية بأن طائرة مسيرة قصفت منزلا في مأرب أمس.",
     "DroneStrike object=منزلا weapon=Drone place=Marib when=2024-05-14 said=مصادر محلية\n"},
};

TEST(Reading, Objects) { expect_rows(kObjects); }

constexpr Row kPlaces[] = {
    {"a row with names that nobody knows", "استهدفت مدفعية الجيش السوري بلدات البارة، وكنصفرة، وزعفران الريح في ريف إدلب أمس.",
     "Shelling actor=SyrianArmy weapon=Artillery place=Bara, Kansafra when=2024-05-14\n"},
    {"asides in a row", "شنت الشرطة التركية حملة اعتقالات في أنقرة (وسط) وقونية (جنوب) أمس.",
     "Arrest actor=TurkishPolice place=Ankara, KonyaProvince when=2024-05-14\n"},
    {"among them", "استهدفت الغارات الإسرائيلية أحياء في مدينة غزة بينها حي الرمال وحي التفاح أمس.",
     "AirStrike actor=Israel object=أحياء place=RimalGaza, TuffahGaza when=2024-05-14\n"},
    {"with the dead before the cause", "مقتل عدد من المدنيين في بلدة سرمين جراء قصف مدفعي أمس.",
     "Shelling target=عدد من المدنيين place=Sarmin when=2024-05-14 killed=1+\n"},
    {"in a relative clause", "استهدفت غارة أمس منزلا كان يتحصن فيه مسلحون في حي الشجاعية.",
     "AirStrike object=منزلا place=Shujaiya when=2024-05-14\n"},
    {"a direction without a preposition", "أصيب فتى بجروح شرق مدينة الرقة جراء قصف مدفعي أمس.",
     "Shelling target=فتى place=Raqqa~Near when=2024-05-14 injured=1\n"},
    {"where a missile was going", "اعترض الدفاع الجوي السعودي أمس صاروخا باليستيا أطلق باتجاه مدينة نجران.",
     "Interception actor=SaudiAirDefence object=صاروخا باليستيا place=Najran when=2024-05-14\n"},
    {"near a base", "سقطت قذائف هاون قرب قاعدة عين الأسد غربي العراق أمس.",
     "Shelling weapon=Mortar place=AinAlAsadAirBase~Near when=2024-05-14\n"},
    {"quarter of a city", "قصفت إسرائيل حي الزيتون في مدينة غزة أمس.", "Strike actor=Israel place=Zeitoun when=2024-05-14\n"},
    {"two cities of libya", "تجددت الاشتباكات بين مجموعات مسلحة في مدينتي الزاوية وصبراتة أمس.",
     "ArmedClash actor=مجموعات مسلحة place=Sabratha, Zawiya when=2024-05-14\n"},
};

TEST(Reading, Places) { expect_rows(kPlaces); }

constexpr Row kTimes[] = {
    {"the night between two days", "قصفت إسرائيل ليل الخميس - الجمعة مواقع في مدينة تدمر.",
     "Strike actor=Israel object=مواقع place=Palmyra when=2024-05-09..2024-05-10\n"},
    {"night spans two days", "قصفت إسرائيل مدينة حمص ليلة الثلاثاء.", "Strike actor=Israel place=Homs when=2024-05-14..2024-05-15\n"},
    {"levantine month", "قصفت إسرائيل مدينة حمص في 3 أيار الجاري.", "Strike actor=Israel place=Homs when=2024-05-03\n"},
    {"full date", "قصفت إسرائيل مدينة حمص يوم 12 مارس 2023.", "Strike actor=Israel place=Homs when=2023-03-12\n"},
    {"days ago", "قصفت إسرائيل مدينة حمص قبل ثلاثة أيام.", "Strike actor=Israel place=Homs when=2024-05-12\n"},
    {"day before yesterday", "قصفت إسرائيل مدينة حمص أول أمس.", "Strike actor=Israel place=Homs when=2024-05-13\n"},
    {"hijri date", "قصفت إسرائيل مدينة حمص في 10 رمضان 1445.", "Strike actor=Israel place=Homs when=2024-03-20\n"},
    {"undated", "قصفت إسرائيل مدينة حمص.", "Strike actor=Israel place=Homs\n"},
    {"last month", "قصفت إسرائيل مدينة حمص الشهر الماضي.", "Strike actor=Israel place=Homs when=2024-04-01..2024-04-30\n"},
    {"both month names", "قصفت إسرائيل مدينة حمص في 7 نيسان/أبريل.", "Strike actor=Israel place=Homs when=2024-04-07\n"},
    {"slashed date", "قصفت إسرائيل مدينة حمص بتاريخ 2/5/2024.", "Strike actor=Israel place=Homs when=2024-05-02\n"},
};

TEST(Reading, Times) { expect_rows(kTimes); }

constexpr Row kFigures[] = {
    {"an attack between the negation and the figure", "لم يسفر الهجوم على القاعدة في محافظة الأنبار أمس عن وقوع إصابات.",
     "Strike object=القاعدة place=AnbarGovernorate when=2024-05-14 injured=0\n"},
    {"how the hurt are", "أصيب 12 شخصا بعضهم في حالة حرجة بقصف مدفعي على مدينة مأرب أمس.",
     "Shelling place=Marib when=2024-05-14 injured=12\n"},
    {"at least and tens", "شنت إسرائيل أكثر من 10 غارات على مدينة خان يونس أمس، ما أدى إلى مقتل 25 شخصا على الأقل وإصابة العشرات.",
     "AirStrike actor=Israel place=KhanYunis when=2024-05-14 strikes=10+ killed=25+ injured=10+\n"},
    {"about", "قتل نحو 30 عنصرا من تنظيم داعش في غارة عراقية على جبال حمرين أمس.",
     "AirStrike actor=Iraq target=IslamicState place=HamrinMountains when=2024-05-14 killed=~30\n"},
    {"subtotal and others", "قتل 5 مدنيين بينهم طفلان وأصيب 11 آخرون في قصف على مدينة درعا أمس.",
     "Strike target=5 مدنيين place=Daraa when=2024-05-14 killed=5 injured=11\n"},
    {"number words", "أسفر قصف الدعم السريع على مدينة الأبيض أمس عن مقتل أحد عشر شخصا وجرح ثلاثة وعشرين.",
     "Strike actor=RapidSupportForces place=Obeid when=2024-05-14 killed=11 injured=23\n"},
    {"verb and its noun apart", "أودى قصف على مدينة سرمين أمس بحياة 4 عمال.",
     "Strike target=4 عمال place=Sarmin when=2024-05-14 killed=4\n"},
    {"only things damaged", "استهدف قصف مدفعي مدينة الباب أمس، واقتصرت الأضرار على الماديات.",
     "Shelling place=Bab when=2024-05-14 killed=0 injured=0\n"},
    {"risen toll", "قتل 6 أشخاص في غارة إسرائيلية على مدينة خان يونس أمس. وارتفعت حصيلة القتلى لاحقا إلى 9.",
     "AirStrike actor=Israel place=KhanYunis when=2024-05-14 killed=9\n"},
    {"parts of the toll", "قتل 5 أشخاص في قصف مدفعي على مدينة درعا أمس، اثنان منهم قتلا في السوق.",
     "Shelling place=Daraa when=2024-05-14 killed=5\n"},
    {"list of names", "أدت غارة تركية على مدينة القامشلي أمس إلى مقتل كل من سامي طه ونبيل حسن.",
     "AirStrike actor=Turkey target=سامي طه, نبيل حسن place=Qamishli when=2024-05-14 killed=2\n"},
    {"when a gunman attacked", "قتل شرطي عندما هاجم مسلح حاجزا في مدينة الخليل أمس.",
     "GroundAttack actor=مسلح target=شرطي object=حاجزا place=Hebron when=2024-05-14 killed=1\n"},
    {"dead of a war", "قصفت طائرات روسية مدينة درعا أمس. وأدت الحرب إلى مقتل نحو 400 ألف شخص منذ 2011.",
     "AirStrike actor=Russia weapon=Aircraft place=Daraa when=2024-05-14\n"},
    {"blasts are the strike's", "خلفت غارة إسرائيلية على مدينة حمص أمس انفجارات أدت لمقتل 3 أشخاص.",
     "AirStrike actor=Israel place=Homs when=2024-05-14 killed=3\n"},
    {"met their death", "قصفت طائرات أميركية معسكرا قرب مدينة بيجي أمس، ولقي العشرات حتفهم في القصف.",
     "AirStrike actor=UnitedStates object=معسكرا weapon=Aircraft place=Baiji when=2024-05-14 killed=10+\n"},
    {"another strike hits things", "قصفت طائرات إسرائيلية مطار دمشق الدولي أمس، وأصابت غارة أخرى مستودعا قرب مدينة حمص.",
     "AirStrike actor=Israel object=مطار دمشق الدولي weapon=Aircraft place=DamascusAirport when=2024-05-14\n"
     "AirStrike actor=Israel object=مستودعا place=Homs~Near when=2024-05-14\n"},
    {"another number of people", "انفجرت سيارة مفخخة في مدينة الباب أمس، وأصيب عدد آخر من الأشخاص في الانفجار.",
     "Bombing weapon=CarBomb place=Bab when=2024-05-14 injured=1+\n"},
    {"one of the most wanted", "قتل أحد أبرز مهربي السلاح في غارة على مدينة درعا أمس.",
     "AirStrike target=أحد أبرز مهربي place=Daraa when=2024-05-14 killed=1\n"},
    {"both of dozens", "هاجم مسلحون حاجزا في مدينة عدن أمس، وقتل وأصيب فيه العشرات.",
     "GroundAttack actor=مسلحون object=حاجزا place=Aden when=2024-05-14 killed=10+ injured=10+\n"},
    {"lives lost, or none", "انفجرت عبوة ناسفة في مدينة عدن أمس. وأكد المحافظ عدم وقوع خسائر في الأرواح.",
     "Bombing weapon=Ied place=Aden when=2024-05-14 killed=0@المحافظ injured=0@المحافظ said=المحافظ\n"},
    {"two sides before the verb", "اندلعت اشتباكات في مدينة الفاشر أمس. وقال مصدر إن 14 من عناصر الدعم السريع و9 من الجيش السوداني قتلوا.",
     "ArmedClash target=RapidSupportForces, SudaneseArmy place=Fasher when=2024-05-14 killed=14@مصدر, 9@مصدر said=مصدر\n"},
    {"no clear losses", "قصفت القوات التركية مدينة منبج أمس، ولم يتبين وقوع خسائر بشرية.",
     "Strike actor=TurkishArmedForces place=Manbij when=2024-05-14\n"},
    {"before what came after", "أطلق حزب الله صواريخ على مدينة صفد أمس دون أن تسفر عن ضحايا، بعدما قصفت طائرات إسرائيلية بلدة الخيام.",
     "RocketAttack actor=Hezbollah weapon=Missile place=Sfat when=2024-05-14 killed=0 injured=0 re=2\n"
     "AirStrike actor=Israel weapon=Aircraft place=Khiam279742 when=2024-05-14\n"},
    {"they are so many", "قتل منفذو الهجوم وهم ستة شبان برصاص الشرطة في مدينة تعز أمس.",
     "GroundAttack actor=الشرطة target=ستة شبان weapon=Gunfire place=Taiz when=2024-05-14 killed=6\n"},
    {"in addition to", "قتل 12 شخصا إضافة إلى ثلاثة آخرين في هجوم لتنظيم داعش قرب مدينة تدمر أمس.",
     "GroundAttack actor=IslamicState place=Palmyra when=2024-05-14 killed=12, 3\n"},
    {"parts told with their sum", "قتل 15 شخصا في هجوم لتنظيم داعش قرب مدينة تدمر أمس. وقال مصدر إن 12 شخصا إضافة إلى ثلاثة آخرين قتلوا.",
     "GroundAttack actor=IslamicState place=Palmyra when=2024-05-14 killed=15@مصدر said=مصدر\n"},
    {"toll of several days", "قصفت طائرات حربية مدينة سرمين أمس، وارتفع عدد ضحايا القصف على إدلب خلال 48 ساعة إلى 13 مدنيا.",
     "AirStrike weapon=Warplane place=Sarmin when=2024-05-14\n"},
    {"place tells which",
     "قصف الجيش السوري مدينة دارة عزة أمس. وقصف الجيش السوري مدينة إدلب مساء أمس. وقال الدفاع المدني إن 5 جرحى سقطوا في دارة عزة.",
     "Strike actor=SyrianArmy place=DaratIzza170857 when=2024-05-14 injured=5@WhiteHelmets said=WhiteHelmets\n"
     "Strike actor=SyrianArmy place=IdlibDistrict when=2024-05-14\n"},
    {"victim of", "قصفت طائرات حربية مدينة مأرب أمس. وهكذا باتت القرية ضحية لما يجري.",
     "AirStrike weapon=Warplane place=Marib when=2024-05-14\n"},
    {"a sniper kills", "كما قتل قناص إسرائيلي امرأة في مدينة جنين أمس.",
     "TargetedKilling actor=قناص إسرائيلي target=امرأة place=Jenin when=2024-05-14 killed=1\n"},
    {"hurt by no attack", "استهدفت غارة مدينة مأرب أمس. وكان المسلحون يستقلون عربات وعلى متنها المئات من عناصر الجماعة.",
     "AirStrike place=Marib when=2024-05-14\n"},
    {"anniversary", "استهدفت غارة مدينة بغداد أمس، قبل أيام من ذكرى اغتيال القائد.", "AirStrike place=Baghdad when=2024-05-14\n"},
    {"still to rise", "قصف الجيش السوري مدينة درعا أمس، ولا تزال أعداد الضحايا مرشحة للارتفاع.",
     "Strike actor=SyrianArmy place=Daraa when=2024-05-14\n"},
    {"civilians before the verb", "وقالت مصادر طبية إن مدنيين أصيبوا في قصف مدفعي على مدينة تعز أمس.",
     "Shelling target=مدنيين place=Taiz when=2024-05-14 injured=1+@مصادر طبية said=مصادر طبية\n"},
    {"number of those who", "قصفت المدفعية الإسرائيلية مدينة رفح أمس، ليرتفع إلى ثلاثة عدد الناشطين الذين قتلوا في القصف.",
     "Shelling actor=Israel target=الناشطين weapon=Artillery place=Rafah when=2024-05-14 killed=3\n"},
    {"with his driver", "أدى انفجار عبوة ناسفة في مدينة درعا أمس إلى مقتل سامر النعيمي، مدير الناحية، مع سائقه.",
     "Bombing target=سائقه, سامر النعيمي weapon=Ied place=Daraa when=2024-05-14 killed=2\n"},
    {"thousands of a war", "انفجر لغم أرضي في مدينة مأرب أمس. وبلغ عدد ضحايا الألغام أكثر من 1200 قتيل.",
     "Bombing weapon=Landmine place=Marib when=2024-05-14\n"},
    {"who was killed", "استهدفت غارة مدينة صنعاء أمس، وجاءت قبل تشييع القيادي كريم النعيمي، الذي قتل في غارة على مدينة الحديدة يوم السبت.",
     "AirStrike place=Sanaa when=2024-05-14\n"
     "AirStrike target=كريم النعيمي place=Hodeidah when=2024-05-11 killed=1\n"},
    {"a deployment kills nobody", "انسحب الجيش الليبي من مدينة سرت أمس. وتوعد الوزير منفذي عملية سابقة أسقطت 60 قتيلا.",
     "Movement actor=LibyanNationalArmy place=Sirte when=2024-05-14\n"},
};

TEST(Reading, Figures) { expect_rows(kFigures); }

constexpr Row kSources[] = {
    {"monitor and added", "قال المرصد السوري لحقوق الإنسان إن طائرات روسية قصفت مدينة جسر الشغور أمس. وأضاف أن القصف أسفر عن مقتل رجل.",
     "AirStrike actor=Russia target=رجل weapon=Aircraft place=JisrAlShughur when=2024-05-14 killed=1@Sohr said=Sohr\n"},
    {"according to channel", "قصفت طائرات إسرائيلية ميناء الحديدة أمس، بحسب قناة المسيرة.",
     "AirStrike actor=Israel object=ميناء الحديدة weapon=Aircraft place=HodeidahPort when=2024-05-14 said=AlMasirah\n"},
    {"spokesman", "قال المتحدث باسم الجيش الإسرائيلي أفيخاي أدرعي إن صاروخا سقط في مدينة صفد أمس.",
     "RocketAttack weapon=Missile place=Sfat when=2024-05-14 said=Idf\n"},
    {"who tells of the victims", "استهدف قصف مدفعي سوقا في مدينة درعا أمس. وقالت مصادر طبية إن المصابين نقلوا إلى مشاف قريبة.",
     "Shelling object=سوقا place=Daraa when=2024-05-14 said=مصادر طبية\n"},
    {"short for a body", "قال المركز الإعلامي إن طائرات روسية قصفت مدينة السخنة أمس. وذكر المركز أن قصفا آخر استهدف مدينة تدمر.",
     "AirStrike actor=Russia weapon=Aircraft place=Sukhnah when=2024-05-14 said=المركز الإعلامي\n"
     "Strike actor=Russia place=Palmyra when=2024-05-14 said=المركز الإعلامي\n"},
    {"anonymous", "ذكرت مصادر محلية أن قصفا استهدف بلدة سرمين أمس.", "Strike place=Sarmin when=2024-05-14 said=مصادر محلية\n"},
    {"quoted in full", "\"قصفت طائرات التحالف الدولي رتلا لتنظيم داعش\"، يقول المرصد السوري لحقوق الإنسان.",
     "AirStrike actor=GlobalCoalition target=IslamicState object=رتلا<IslamicState weapon=Aircraft said=Sohr\n"},
    {"the activist in a town", "وقال الناشط الإعلامي في الرقة يوسف الحمود إن قصفا مدفعيا استهدف مدينة الطبقة أمس.",
     "Shelling place=Tabqa when=2024-05-14 said=يوسف الحمود\n"},
    {"statement in quotes", "وجاء في بيان \"حركة أحرار الشام\" أن قصفا استهدف مدينة سرمين أمس.",
     "Strike place=Sarmin when=2024-05-14 said=AhrarSham\n"},
    {"to a medium", "استهدف قصف سوقا في مدينة درعا أمس. وقال مصدر طبي لوكالة فرانس برس إن 5 مدنيين قتلوا.",
     "Strike target=5 مدنيين object=سوقا place=Daraa when=2024-05-14 killed=5@مصدر طبي said=Afp, مصدر طبي\n"},
    {"mayor", "وقال رئيس بلدية عرسال باسل الحجيري إن قصفا استهدف مدينة بعلبك أمس.",
     "Strike place=Baalbek when=2024-05-14 said=باسل الحجيري\n"},
    {"village namesake", "وقال أبو عمر الزبداوي إن قصفا استهدف مدينة الميادين أمس.",
     "Strike place=Mayadin when=2024-05-14 said=أبو عمر الزبداوي\n"},
    {"carried to hospital", "وقعت اشتباكات في مدينة مركة أمس. وقال مسؤول طبي إنه تم نقل 18 شخصا إلى المستشفى.",
     "ArmedClash place=Merca when=2024-05-14\n"},
    {"name with its office behind", "لكن كريم الساعدي، قائد الشرطة في المدينة، تحدث عن هجوم مسلح استهدف مدينة تكريت أمس.",
     "GroundAttack place=Tikrit when=2024-05-14 said=كريم الساعدي\n"},
    {"two sources of a phrase", "قصفت طائرات حربية مدينة سرمين أمس، بحسب وكالة سانا والمرصد السوري لحقوق الإنسان.",
     "AirStrike weapon=Warplane place=Sarmin when=2024-05-14 said=Sana, Sohr\n"},
    {"through a channel", "أعلن الحوثيون عبر قناة المسيرة أن طائرات سعودية قصفت مدينة صعدة أمس.",
     "AirStrike actor=SaudiArabia weapon=Aircraft place=Saada when=2024-05-14 said=AlMasirah, Houthis\n"},
};

TEST(Reading, Sources) { expect_rows(kSources); }

constexpr Row kSpelling[] = {
    {"broken against filters", "قـ ـصـ ـفت طائرات روسية بلدة احسم أمس.",
     "AirStrike actor=Russia weapon=Aircraft place=Ihsim when=2024-05-14\n"},
    {"fully vocalised", "قَصَفَتْ طَائِرَاتٌ رُوسِيَّةٌ بَلْدَةَ كَفْرَنْبُلَ أَمْسِ.", "AirStrike actor=Russia weapon=Aircraft place=KafrNabl when=2024-05-14\n"},
    {"tatweel and bare alef", "قصـــفت القوات التركية مدينة منبج امس.", "Strike actor=TurkishArmedForces place=Manbij when=2024-05-14\n"},
    {"variant of america", "قصفت القوات الاميركيه مدينة القائم أمس.", "Strike actor=UsArmedForces place=Qaim when=2024-05-14\n"},
    {"presentation forms", "ﻗﺼﻔﺖ إسرائيل مدينة حمص أمس.", "Strike actor=Israel place=Homs when=2024-05-14\n"},
    {"bidi controls", "\u200Fقصفت\u200E \u200Fإسرائيل مدينة حمص أمس.", "Strike actor=Israel place=Homs when=2024-05-14\n"},
};

TEST(Reading, Spelling) { expect_rows(kSpelling); }

// A text that tells of more than any article does is read up to a bound, which a warning says.
TEST(Reading, MoreHappeningsThanAnArticleHas) {
  document::Article article;
  article.id = "a";
  for (int i = 0; i < 21'000; ++i) article.text += "قصفت طائرات حربية مدينة حمص. ";
  ArticleResult result;
  test::extractor().extract(std::move(article), result);
  EXPECT_GT(result.event_count, 0U);
  ASSERT_EQ(result.warnings.size(), 1U);
  EXPECT_NE(result.warnings[0].find("20000 happenings"), std::string::npos);
}

}  // namespace
}  // namespace khabar
