#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 khabar authors
# SPDX-License-Identifier: MIT
"""Turn the gazetteer (places.tsv, places_extra.tsv) into ontology/places/*.ttl.

usage: import_places.py DATA_DIR OUT_DIR

One file per country of the region and world.ttl for the rest; extra.ttl is written by hand and left alone. The same
input gives the same bytes. What no gazetteer knows (better names, which names are ordinary words) stands in the
tables of the first part; the second part is the import.
"""
import collections
import re
import sys
import unicodedata
from pathlib import Path

COUNTRY_FILES = dict(SY='syria', IQ='iraq', LB='lebanon', PS='palestine', IL='israel', JO='jordan', YE='yemen', IR='iran',
                     TR='turkey', LY='libya', SD='sudan', EG='egypt', SA='saudiarabia', KW='kuwait', QA='qatar',
                     AE='emirates', BH='bahrain', OM='oman')
NEAR = set(COUNTRY_FILES) | set('TN DZ MA MR SO DJ SS AF'.split())   # places the news names without their country
FRONT = set('SY IQ LB PS IL LY SD'.split())                          # and even their towns without the word for town
HAMLETS = set('YE IR TR JO'.split())                                 # here even a name of two words is mostly a hamlet's
ARAB = NEAR - set('IL TR AF SS'.split())                             # names that may begin with the Arabic article
CLASSES = dict(country='Country', governorate='Governorate', district='District', subdistrict='District',
               city='Settlement', town='Settlement', village='Settlement', neighbourhood='Neighbourhood', region='Region',
               river='NaturalFeature', facility='Facility', airbase='Facility', oilfield='Facility',
               crossing='Facility', camp='Facility')
RANK = {name: rank for rank, name in enumerate(CLASSES)} | dict(region=1.5, city=13, town=14, neighbourhood=15, village=16)
TYPED = set('subdistrict city town airbase oilfield crossing camp river'.split())   # the others say no more than the class
PLAIN_CODES = {'', 'X', 'PPL', 'PPLX', 'ADM1', 'ADM2', 'ADM3', 'PCL', 'PCLI'}

# The word before the name of a division. Countries that are not listed keep the name as it is.
DIVISION_AR = dict(governorate=dict.fromkeys('SY IQ YE LB PS JO EG OM KW BH IR TR'.split(), 'محافظة')
                   | dict.fromkeys('SD DZ TN MR AF'.split(), 'ولاية') | dict(SA='منطقة'),
                   district=dict(SY='منطقة', IQ='قضاء', LB='قضاء', YE='مديرية', IR='مقاطعة', TR='قضاء', IL='قضاء', SD='محلية'),
                   subdistrict=dict(SY='ناحية'))
DIVISION_EN = dict(governorate=dict.fromkeys('SY IQ YE LB PS JO EG OM KW BH TN'.split(), 'Governorate')
                   | dict.fromkeys('IR TR DZ AF'.split(), 'Province') | dict(SD='State', SA='Region'),
                   district=dict.fromkeys(NEAR, 'District'), subdistrict=dict(SY='Subdistrict'))
WORD_AR = re.compile(r'(?:ال)?(?:محافظة|مُحافظة|ولاية|منطقة|إقليم|اقليم|إمارة|امارة|بلدية|جهة|عمالة|شعبية|مقاطعة|قضاء|ناحية'
                     r'|مديرية|محلية|لواء|دائرة|مركزها|مركز)(?: |$)')
WORD_EN = re.compile(r'\b(District|Subdistrict|Province|Region|Governorate|State|County|Oblast|Municipality|Department|Prefecture)$')
ARTICLES = set('al ar as ash ad adh an at ath az el ed en er es ech'.split())
GAZA = {'غزة', 'شمال غزة', 'خان يونس', 'الوسطى', 'رفح الفلسطينية'}

# Corrections: id | IRI | Arabic | English | all other Arabic names, ";" between, "~" = needs a cue | parent: C country, 0 none
# An empty field keeps what the data say; "-" as names drops them.
CORRECTIONS = '''
iso:SY||||سورية
iso:PS|Palestine|فلسطين||الأراضي الفلسطينية;دولة فلسطين
iso:US|UnitedStates|||الولايات المتحدة الأمريكية;أمريكا
iso:CN|China||China|جمهورية الصين الشعبية
iso:GB||||بريطانيا
iso:RU||||روسيا الاتحادية;الاتحاد الروسي
iso:AE||||الإمارات;دولة الإمارات
iso:SA||السعودية||المملكة العربية السعودية
iso:BS|Bahamas|||
iso:GM|Gambia|||
iso:AX|AlandIslands|||
iso:CC|CocosKeelingIslands|||
iso:SJ|SvalbardAndJanMayen|||
iso:TR||||الجمهورية التركية
iso:IR||||-
iso:EG||||جمهورية مصر العربية
iso:HK|HongKong|هونغ كونغ||
iso:MM|Myanmar|ميانمار||بورما
gn:170792||||دير الزور
gn:173480|Mayadin||Al-Mayadin|-
cit:al-omar-field|OmarOilField|||حقل العمر النفطي;قاعدة حقل العمر
cit:badiya-mayadin|MayadinDesert|||-
cit:al-tanf-base||||قاعدة التنف الأمريكية;حامية التنف;قاعدة التنف العسكرية
cit:mazari-mayadin|MazariMayadin|مزارع الميادين|Al-Mazari area|المزارع جنوبي الميادين;~منطقة المزارع
cit:dz-east-rural||||شرق دير الزور;ريف ديرالزور الشرقي
cit:east-euphrates|||||C
cit:west-euphrates|||||C
cit:golan|||||C
cit:euphrates|||||0
cit:tigris|||||0
cit:khabur|||||0
cit:orontes|||||0
cit:sy-iq-border|SyriaIraqBorder|||الحدود العراقية السورية|0
cit:kharab-al-jir||قاعدة خراب الجير||خراب الجير;مطار خراب الجير;قاعدة رميلان;مطار رميلان
cit:conoco-field||||كونيكو;حقل كونيكو للغاز;معمل غاز كونيكو;معمل كونيكو;معمل غاز الطابية;حقل كونكو;كونكو;كونوكو;قاعدة كونيكو;قاعدة حقل كونيكو
cit:alhol-camp||||-
cit:shayrat||||مطار الشعيرات العسكري;قاعدة الشعيرات
cit:tal-baydar-base||||-
cit:tower22|Tower22|||قاعدة البرج 22;برج 22;تاور 22
wof:102542465|AinAlAsadAirBase|قاعدة عين الأسد|Ain al-Asad air base|عين الأسد;قاعدة عين الأسد الجوية
wof:102542523|MosulAirport||Mosul Airport|مطار الموصل
ghf:70970788774#harir||||قاعدة حرير الجوية;مطار حرير;~حرير
gn:281132|GazaStrip|||-
gn:281133|Gaza|||مدينة غزة
gn:172374|Tabqa|الطبقة|Al-Tabqa|مدينة الثورة;~الثورة
gn:172256|Kobani|||كوباني
gn:173576||اللاذقية||-
gn:172955|Raqqa||Raqqa|
gn:172408|Suwayda|||
gn:99532||البصرة||-
gn:173797|Hol|الهول||~الحول
gn:92138|Qaim|القائم|Al-Qaim|حصيبة
gn:2218840|BaniWalid|بني وليد|Bani Walid|قصر بني وليد
gn:281184||||القدس الشريف;بيت المقدس
gn:282463||قفين||-
gn:171944|Baghuz|الباغوز|Al-Baghuz|الباغوز فوقاني
gn:167483|Mahkan|محكان|Mahkan|-
gn:168535|Kishkiya|الكشكية|Al-Kishkiya|~الكشمة
gn:162284|Muhasan|موحسن|Muhasan|-
gn:172358||الطابية||طابية جزيرة;طابية خشام
gn:164623|Shuhayl|الشحيل|Al-Shuhayl|-
gn:172837|Shaddadi|الشدادي|Al-Shaddadi|الشدادة;جسر الشدادي
gn:169078|Kaljibrin|كلجبرين|Kaljibrin|-
gn:165298|Rityan|رتيان|Rityan|-
gn:168641|KafrRuma|كفرومة||كفر روما
gn:168572|Kansafra|كنصفرة||كنسفرة
gn:167589||||معرشورين
gn:173999|Bara|البارة|Al-Bara|-
gn:162759|Ataman|عتمان|Ataman|-
gn:169958|Hammuriyah|حمورية|Hammuriyah|-
gn:172344|Tanf|||-
gn:90872||شيلادزي||شيلادزه
gn:266560|Odaisseh|العديسة||العديسة مرجعيون
gn:279138||القوزح||-
gn:271087||مروحين||مرواحين
gn:280272||البيسارية||-
gn:278139||الشويفات||-
gn:269355|Qana|||-
gn:266752||طيرحرفا||طير حرفا
gn:2212984|RasLanuf|رأس لانوف|Ras Lanuf|-
gn:2210091|Tawergha|تاورغاء|Tawergha|-
gn:8609526||||ناحية الغوطة الشرقية
gn:8609456||||ناحية الغوطة الغربية
gn:279894||||محافظة لبنان الجنوبي
gn:318668|Ceylanpinar|جيلان بينار|Ceylanpınar|~رأس العين
gn:90150|Tikrit||Tikrit|
gn:90026|TuzKhurmatu|طوز خورماتو|Tuz Khurmatu|طوزخورماتو;~طوز
gn:92430|Hamdaniya||Al-Hamdaniya|بغديدا;قرقوش
gn:96309|Haditha|حديثة||~الحديثة
gn:98885|Anah|عانة|Anah|عنة;~عنه
gn:6765385|NewAnah|||
gn:99344|Hindiya|||
gn:71334|Saada|||
gn:71333|SaadaGovernorate|||
gn:80412|AdenGovernorate||Aden|
gn:70225|Taiz|||
gn:79415|Hodeidah|||
gn:72968|Marib|||
gn:267008||||-
gn:277130||||-
gn:281146||بيت حانون||-
gn:379003|Obeid|||~الأبي
gn:372753||||-
gn:371760||||-
gn:363533||زالنجي||-
iso:IQ-KI|KirkukGovernorate|||
iso:PS-DEB|DeirAlBalahGovernorate|المحافظة الوسطى|Deir al-Balah Governorate|محافظة دير البلح
'''

# Rows that describe a place which another row describes better.
MERGED = {'ghf:70970788774#ain-al-asad': 'wof:102542465'}

# Towns, cities and divisions whose bare name is usually something else (an ordinary word, a person, a bigger namesake).
HOMONYMS = '''
الثورة التل القصير جاسم الحراك قارة السجن السوداء الشجرة الشدادة الطواحين الزيارة بنان بلبل حديدة حيش ملح شين شقا عوج الجيزة|SY
الراعي كسب مهين سلوك التبني صدد الحول الحاجب الهادر المنصورة العنازة الضمير نصيب القبو بركه ربيعة الكرامة الروضة الحمرة
بلد الحي الخالص الشامية الهندية الدور المدينة العمارة الحمزة العباسي الرفاعي السلمان الحضر بدرة عتبة بحار الميمونة رانية
الزبير الحديثة عنه الفهود دبس خليج سينة الرياض|IQ الكرمة هيرو كلك القاسم المثنى الوحدة
حجة البيضاء عمران الحزم سحر الأحد الجمعة الربوع الخميس العين البلاد العمود العقبة|YE الحرف الهجرة الحصون الخراب المفتاح الملاح
الصعيد الزهرة الرباط السلاسل الطويلة القطن النجد معبر كرش مبين نصاب رحاب رماة ظبة ملاح ثمود عين حدادة السويداء|YE الرمادي|YE
الناصرة|YE البريقة|YE خمر موزع التربة الجوف|LY ريدة عبس عمد القرح الجول القاعدة شرس صيف حوف جبن ذباب النادرة الزاهر الحديدة|x
صور جبيل|x الخيام الشيوخ بدو النصر الخضر الدوحة|PS دورا سعير حبلة تفوح قطنة الوسطى
الخمس الزاوية الجديد الجميل القبة براك ودان هون الواحات العزيزية|x المرج|x
الأبيض كتم ربك الدبة بربر كريمة المجلد الرهد الجزيرة الشمالية القلابات صلاح_الدين|IQ البحر_الأحمر النيل_الأبيض|x
الشهداء الصف تلا أجا الخارجة المنزلة رشيد القرين الجمالية جهينة منصورة سويس قوص فوة البحيرة الشرقية الغربية منشأة
الخبر الشفا الطرف الرس الدلم المذنب المبرز الباحة القريات المدينة جدة|x الشرقية الحدود
مصفح الرقة|KW حولي|x سترة خصب بوشر أدم الداخلية الظاهرة العاصمة شمالية جنوبية الشمالية الجنوبية
جمال الكاف قبلي مساكن الفحص باجة|x معسكر جامعة الحد القصر المالح فرعون بشار سعيدة|x ميلة القل الوادي النعامة البيض القالة الجديدة
القنيطرة|MA القنيطرة|MA الصويرة|MA سلا صيلة النعمة أطار واو بور البحيرات باري باي جدو سول عدل العيون|x العصابة
مشهد ساري بم خوي|x إيلام قدس آمل تستر الري بابل|IR فارس مركزي كردستان|x زابل|x قم|x البرز|x
وان أردو موش|x دولي عثمانية إطار هاني توت تلو يهود رهط كابول|IL قلنسوة جديدة حورة
مالي|ML جورجيا|US واشنطن|US نيويورك|x ليل كان بون بال برن|x سالم سوري سالتا نارا كالي بنين|NG آبا جوس واري كانو طراز فلاديمير
إب سيان حرض عاليه سلمية تسيل سنجار|SY الفاو إدري إذنا حزما أزور الطيبة بانه أوفا سيول جيشي القصور أبوت الجنوب الشمال الوسط الشرق الغرب نهر_النيل|SD شط_العرب البحر_الميت|IL بحيرة_طبريا|IL البقاع|LB سالتيو فوشان ميدان بونه هال نيم مان تاني تولا خفي سانتوس
'''

# Small places so well known that the bare name is the place: country/first-level division: names.
WELL_KNOWN = '''
SY/Deir ez-Zor: الباغوز السوسة الشحيل ذيبان البصيرة غرانيج الكشكية خشام الجرذي محكان المريعية الشعفة محيميدة العشارة القورية سبيخان الطيانة الحوايج هرابش حطلة
SY/Al-Hasakah: الشدادي الهول معبدة اليعربية
SY/Aleppo: العيس الزربة عندان بيانون رتيان ماير حردتنين باشكوي دابق منغ كلجبرين
SY/Idlib: أريحا الفوعة كفريا سرمدا أطمة باريشا النيرب قميناس آفس كفرومة معرشورين تلمنس جرجناز الهبيط كفرسجنة ترملا كنصفرة البارة المسطومة اشتبرق كفرعويد
SY/Hama: اللطامنة كفرنبودة قمحانة السقيلبية
SY/Homs: التنف الشعيرات التياس
SY/Rif Dimashq: زملكا حمورية سقبا كفربطنا جسرين زاكية بقين بلودان يلدا
SY/Daraa: نوى اليادودة زيزون عتمان إبطع
IQ/Al Anbar: القائم طريبيل عكاشات الكرابلة الصقلاوية الحبانية النخيب كبيسة الرطبة
IQ/Nineveh: القيارة بعشيقة برطلة سنوني زمار المحلبية العياضية كوجو
IQ/Saladin: الشرقاط يثرب الضلوعية الإسحاقي آمرلي
IQ/Erbil: مخمور سيدكان
IQ/Diyala: جلولاء بهرز المنذرية
IQ/Baghdad: التاجي الطارمية المحمودية اللطيفية اليوسفية الكاظمية الأعظمية الكرخ الرصافة النهروان
IQ/Dohuk: العمادية شيلادزي
YE/Taiz: المخا الوازعية مقبنة المسراخ ماوية
YE/Al Hudaydah: الخوخة الدريهمي حيس التحيتا التحيتاء المراوعة الجراحي القناوص زبيد الصليف
YE/Hajjah: ميدي مستباء كعيدنة
YE/Sa’dah: صعدة باقم كتاف حيدان ساقين رازح كريتر
YE/’Adan: كريتر التواهي المعلا المعلاء
YE/Ma’rib: مأرب صرواح حريب الجوبة
YE/Shabwah: عتق بيحان عسيلان
YE/Al Bayda: رداع مكيراس
YE/Dhale: قعطبة دمت
YE/Abyan: لودر مودية المحفد جعار أحور
YE/Hadramaut: سيئون الشحر تريم
YE/Lahij: لحج الحبيلين ردفان
YE/Ibb: يريم
YE/Al Mahwit: المحويت
YE/Sana’a: نهم أرحب سنحان
YE/Amran: حوث
YE/Arkhabil Suqutra: حديبو
LB/Nabatieh: كفركلا حولا بليدا يارون عيترون عيناثا عيناتا رميش دبل القوزح برعشيت تبنين قانا كفررمان كفرتبنيت ميفدون النبطية
LB/South: الضهيرة يارين مروحين شيحين زبقين الناقورة طيرحرفا صريفا البيسارية
LB/Baalbek-Hermel: بريتال بوداي عرسال شمسطار
LB/Beqaa: سحمر مشغرة
LB/Mount Lebanon: الغبيري الشياح الشويفات الدامور خلدة
PS/Gaza: نتساريم المغراقة
PS/Rafah: المواصي
LY/Jufra: سوكنة
JO/Amman: عمان
LB/North: طرابلس
JO/Mafraq: المفرق الرويشد الركبان
JO/Jerash: جرش
TR/Mardin: نصيبين
TR/Hakkâri: شمدينلي
TR/Şırnak: شرناق
TR/Şanlıurfa: حران
IR/Khuzestan: سوسنغرد
IR/Ilam: دهلران
AF/Nimruz: زرنج
CH/*: جنيف
US/*: نيويورك شيكاغو هيوستن فينيكس فيلادلفيا مانهاتن دالاس سياتل دنفر ديترويت بوسطن لاس_فيغاس بالتيمور أتلانتا ميامي واشنطن_العاصمة
'''

# Names of people, titles and the words that join them: a village "محمد علي" is not meant by a news text that says so.
PERSONAL = '''
محمد أحمد محمود حمد حميد حامد علي حسن حسين عباس قاسم جعفر كاظم جاسم مهدي هادي صادق باقر رضا موسى عيسى إبراهيم إسماعيل إسحاق يعقوب
يوسف داود سليمان يونس صالح هود نوح آدم أيوب زكريا يحيى عمر عثمان أبوبكر بكر طلحة خالد وليد الوليد سعد سعيد سعود مسعود ناصر نصر منصور
مطلق فهد فيصل تركي سلطان سلمان سالم سليم مسلم عمار ياسر طارق زياد حمزة جبر جبار جابر عامر عمير مراد مروان معاوية صدام كريم رحيم شريف
عبد عبدالله الله الرحمن الرحيم العزيز عزيز الكريم القادر الجبار الرزاق الستار الحسين الحسن المهدي الامير أمير رشيد راشد حاتم حازم غانم
خلف خليل خليفة فرحان سرحان شعبان رمضان رجب عواد عودة عايد عايش فارس فؤاد لطيف ماجد مجيد مبارك مبروك مرعي مصطفى مصلح نايف نواف هاشم
هزاع وهيب زيد زين ذياب دخيل درويش حاجي حاج الحاج سيد السيد شيخ الشيخ ملا الملا إمام الإمام بن ابن أبو ابو أبي أم بنت بنو آل آغا بيك
بك باشا خان مير ميرزا شاه كاكا عائشة فاطمة زينب مريم خديجة خميس الخميس جمعة الجمعة السبت الأحد الاثنين الثلاثاء الأربعاء سبتي عبيد
عبود عبدو حمود حمدان غازي غالب كامل كمال جلال جمال جميل هلال بلال طه ياسين صبحي صبري شكري فوزي فتحي لطفي نوري أنور منير بشير نذير
'''

# Ordinary words: a name made of nothing else ("الحي الجديد", "رأس الجبل") says little.
ORDINARY = '''
الحي حي القرية قرية المدينة مدينة السوق سوق البلدة المركز مركز البيت بيت الدار دار القصر قصر القلعة قلعة الحصن حصن البرج برج الجسر جسر
الطريق طريق الباب باب الوادي وادي الجبل جبل التل تل الرأس رأس راس العين عين البئر بئر بير النهر نهر البحر بحر الساحل الجزيرة جزيرة
السهل الغابة البستان المزرعة مزرعة المزارع مزارع المحطة محطة المحطات المدرسة مدرسة الجامع جامع المسجد مسجد الكنيسة السد سد المطار مطار
الميناء ميناء المعسكر معسكر المخيم مخيم القاعدة قاعدة الموقع موقع الحقل حقل المصنع مصنع المعبر الحاجز الجيش الحرس الشرطة التحالف
المقاومة القيادة الدولة الحكومة الأمن الأمير الملك القائد الضابط الشهيد الشهداء النصر الحرية الكرامة الوحدة السلام الثورة الجمهورية
الاستقلال التحرير العروبة الإسلام الإيمان العدل الأمل النور الزهور الورود الفجر الربيع الصيف الشتاء الشمس القمر النجم العرب الترك
الأكراد اليهود النصارى الروس العام العامة الخاص الخاصة الجديد جديد الجديدة جديدة القديم القديمة قديم الكبير كبير الكبيرة كبيرة الصغير
الصغيرة صغير الصغرى الكبرى الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامسة الشمالي الشمالية الجنوبي الجنوبية الشرقي
الشرقية الغربي الغربية شرقي غربي شمالي جنوبي الأعلى العليا الأسفل السفلى الأوسط الوسطى الوسط الأيمن الأيسر الداخلي الخارجي فوقاني
الفوقاني الفوقا تحتاني التحتاني التحتا الأحمر الحمراء الأبيض البيضاء الأسود السوداء الأخضر الخضراء الأصفر الصفراء الأزرق الزرقاء
الطويل الطويلة الحلو الحلوة المر الصحي الصحية الزراعي الصناعي الصناعية العسكري العسكرية السكني السكنية النفط الغاز الماء الحديد الذهب
الحجر الرمل الملح الخشب النخل النخيل الزيتون الكبار الصغار الناس الأهالي أولاد بنات بني بلاد بلد
'''

PREFIXES = dict(dcterms='http://purl.org/dc/terms/', geo='http://www.opengis.net/ont/geosparql#', khb='https://w3id.org/khabar/ns#',
                place='https://w3id.org/khabar/kb/place/', schema='https://schema.org/', skos='http://www.w3.org/2004/02/skos/core#',
                source='https://w3id.org/khabar/kb/source/', wgs84='http://www.w3.org/2003/01/geo/wgs84_pos#',
                xsd='http://www.w3.org/2001/XMLSchema#')


# --- text -------------------------------------------------------------------------------------------------------------

FOLD = str.maketrans('أإآٱٲىیێئةەھکؤۆ', 'ااااايييي' + 'هههكوو')
MARKS = re.compile('[\u064b-\u065f\u0670\u0640\u200c-\u200f\u202a-\u202e\ufeffء]')


def fold(text):
    """Arabic letters without the differences that spelling ignores; only for comparing."""
    return MARKS.sub('', text).translate(FOLD).strip()


def clean(name):
    """A name as newspapers write it: no presentation forms, vowel signs, foreign letter shapes or remarks in brackets."""
    name = re.sub(r'\(.*?\)|[\u064b-\u0650\u0652-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\ufeff;:_]', '', unicodedata.normalize('NFKC', name))
    return ' '.join(name.translate(str.maketrans('کیھەٲ', 'كيهةأ')).replace('/', ' ').split()).strip(' ,،-.')


def camel(name, arab):
    """DeirEzZor from "Deir ez-Zor": ASCII letters and digits, without a leading Arabic article."""
    name = re.sub(r'\(.*?\)|,.*', '', name).translate(str.maketrans(dict(zip('ıøØłŁđĐðþßæœəƏ', 'i o O l L d D d th ss ae oe e E'.split()))))
    name = unicodedata.normalize('NFKD', re.sub("['’‘`ʿʾ·]", '', name)).encode('ascii', 'ignore').decode()
    words = re.findall('[A-Za-z0-9]+', name)
    if arab and len(words) > 1 and words[0].lower() in ARTICLES:
        words = words[1:]
    return ''.join(w[0].upper() + w[1:] for w in words)


def skeleton(name):
    """The consonants of a Latin name, for matching transliterations."""
    name = camel(re.sub(r'\b(District|Markaz|Qada)\b', '', name), True).lower()
    return re.sub('[aeiouwyh]', '', name.replace('q', 'k')) or name


def words_of(table):
    """A table of words; word|CC holds for that country only, word|x is switched off."""
    return {w.replace('_', ' ') for w in table.split() if not w.endswith('|x')}


def literal(text, language):
    return '"%s"@%s' % (text.replace('\\', '\\\\').replace('"', '\\"'), language)


def decimal(text):
    return text if '.' in text else '"%s"^^xsd:decimal' % text


# --- the import -------------------------------------------------------------------------------------------------------

class Place:
    """One row of both tables, then what the import found out about it."""

    def __init__(self, row, extra):
        (self.ar, self.en, others, self.admin1, self.admin1_ar, self.country, self.lat, self.long, self.kind, self.wikidata,
         self.ids, self.source) = row
        self.id, _, self.code, population, self.admin2, self.admin2_ar, others_en = extra
        self.id = self.id or 'name:' + self.en
        self.population = int(population or 0)
        self.ar = clean(self.ar)
        self.others = [name for name in map(clean, others.split('|')) if name]
        self.others_en = [name for name in others_en.split('|') if name]
        self.raw_ar, self.corrected, self.fixed, self.famous, self.parent, self.district = self.ar, False, False, False, None, None
        self.labels, self.ambiguous, self.cue, self.local = [], set(), False, None

    def settled(self):
        return self.kind in ('city', 'town', 'village', 'neighbourhood')


def load(folder):
    tables = [[line.split('\t') for line in (folder / name).read_text('utf-8').splitlines()[1:]]
              for name in ('places.tsv', 'places_extra.tsv')]
    places = [Place(row, extra) for row, extra in zip(*tables, strict=True) if extra[0] not in MERGED]
    seen = set()
    for place in places:        # a town and its district may carry one GeoNames number: the second keeps its class in the key
        if place.id in seen:
            place.id += '#' + place.kind
        seen.add(place.id)
    return places


def correct(places):
    by_id = {place.id: place for place in places}
    for line in filter(None, CORRECTIONS.split('\n')):
        key, local, ar, en, others, parent = (line.split('|') + [''] * 5)[:6]
        place = by_id.get(key)
        if not place:
            continue
        place.local, place.ar, place.en, place.parent = local or None, ar or place.ar, en or place.en, parent or None
        place.corrected = bool(ar or others.strip('-'))
        place.famous = True
        if others:
            place.others = [name.lstrip('~') for name in others.strip('-').split(';') if name]
            place.ambiguous = {name[1:] for name in others.split(';') if name.startswith('~')}
            place.fixed = True
    for place in places:
        if place.id.startswith('cit:') and re.search(r'position = |position DERIVED|CENTRE|position: GitHub', place.source) \
                or place.id.startswith('ghf:') or place.id == 'cit:al-omar-field' or place.source.startswith('compiler'):
            place.lat = place.long = ''
        if place.settled() and WORD_AR.match(place.ar) and ' ' in place.ar:       # "ولاية الجلفة" is the town الجلفة
            place.ar = WORD_AR.sub('', place.ar, count=1)
        elif place.settled() and place.ar.startswith('مدينة '):
            place.others.append(place.ar[6:])
        elif re.fullmatch('كفر \\w+', place.ar):              # the press joins the two words as often as not
            place.others.append(place.ar.replace(' ', ''))
    known = {}
    for line in filter(None, WELL_KNOWN.split('\n')):
        where, names = line.split(': ')
        known.update({tuple(where.split('/')) + (fold(name.replace('_', ' ')),): None for name in names.split()})
    for place in sorted(places, key=lambda p: (not p.settled(), RANK[p.kind], -p.population, p.id)):
        for key in ((place.country, admin1, fold(place.ar)) for admin1 in (place.admin1, '*')):
            if key in known and known[key] is None and (place.settled() or CLASSES[place.kind] == 'District'):
                known[key], place.famous = place, True


def attach(places):
    """Find the country, first-level division and district of every place."""
    countries = {p.country: p for p in places if p.kind == 'country'}
    first, second = {}, {}
    for p in sorted((p for p in places if p.kind in ('governorate', 'district')), key=lambda p: p.id):
        table, scope = (first, p.country) if p.kind == 'governorate' else (second, (p.country, p.admin1))
        for key in [p.en] + p.others_en:
            table.setdefault((scope, key), p)
            table.setdefault((scope, skeleton(key)), p)
        for key in [p.raw_ar] + p.others:
            table.setdefault((scope, fold(key)), p)
    regions = {p.en: p for p in places if p.kind == 'region'}
    for p in places:
        country = countries.get(p.country)
        governorate = district = None
        if p.kind not in ('country', 'governorate') and p.parent is None:
            names = [p.admin1, fold(p.admin1_ar), skeleton(p.admin1)] if p.admin1 else []
            governorate = next((first[p.country, n] for n in names if n and (p.country, n) in first), None)
            if governorate is None and p.country == 'PS' and p.admin1 in regions and regions[p.admin1] is not p:
                governorate = regions[p.admin1]
        if p.kind not in ('country', 'governorate', 'district') and (p.admin2 or p.admin2_ar):
            names = [fold(p.admin2_ar), p.admin2, skeleton(p.admin2)] + ([fold(p.admin1_ar)] if p.admin2.startswith('Markaz ') else [])
            scope = (p.country, p.admin1)
            district = next((second[scope, n] for n in names if n and (scope, n) in second), None)
        if p.kind == 'governorate' and p.country == 'PS':
            governorate = regions['Gaza Strip' if fold(p.raw_ar) in map(fold, GAZA) else 'West Bank']
        p.district = district if p.kind != 'subdistrict' else None
        p.parent = None if p.parent == '0' or p is country else (p.kind == 'subdistrict' and district) or governorate or country


def label(places):
    """Choose the Arabic and English labels and say which of them need a cue word."""
    homonyms = {tuple(fold(part) if i == 0 else part for i, part in enumerate(w.split('|'))) for w in words_of(HOMONYMS)}
    personal, ordinary = {fold(w) for w in PERSONAL.split()}, {fold(w) for w in ORDINARY.split()}
    settlements, biggest, divisions, holders = collections.defaultdict(set), collections.Counter(), collections.defaultdict(set), collections.Counter()
    countries, second_names = set(), set()
    for p in places:
        name = fold(p.ar)
        holders[name] += 1
        if p.kind in ('city', 'town'):
            settlements[name].add(p.country)
            second_names.update((p.country, fold(n)) for n in p.others)
            biggest[name] = max(biggest[name], p.population)
        elif p.kind == 'governorate':
            divisions[name].add(p.country)
        elif p.kind == 'country':
            countries |= {fold(n) for n in [p.ar] + p.others}

    def odd(name, p):
        return (name,) in homonyms or (name, p.country) in homonyms

    def made_of_words(name):
        return all(w in personal or w in ordinary or 'ال' + w in ordinary for w in name.split())

    def cue(p):
        """Is the bare name usually not this place?"""
        name, single = fold(p.ar), ' ' not in fold(p.ar)
        if not name or not p.settled():
            return False
        if odd(name, p):
            return True
        if p.famous or name in countries:
            return not p.famous
        if p.kind in ('village', 'neighbourhood'):
            return (single or p.country in HAMLETS or name.split()[0] in personal or made_of_words(name)
                    or name in settlements or name in divisions or holders[name] >= 3)
        if divisions[name] - {p.country} and p.population < 100000 or biggest[name] > 5 * p.population and biggest[name] > 100000:
            return True
        if p.country in NEAR:
            return single and p.kind == 'town' and p.country not in FRONT and not (p.country == 'YE' and p.population >= 20000)
        return single and (p.population < 300000 or p.country == 'US' or len(name) < 4)

    def akin(one, other):
        """Two spellings of one name rather than two names."""
        one, other = (re.sub('^ال', '', fold(n)).replace(' ', '') for n in (one, other))
        pairs = [{w[i:i + 2] for i in range(len(w) - 1)} for w in (one, other)]
        return len(one) > 2 and 2 * len(pairs[0] & pairs[1]) >= 0.5 * (len(pairs[0]) + len(pairs[1]))

    for p in places:
        fixed = p.fixed             # the corrections said all names
        names = [n for n in p.others if (' ' in n or len(fold(n)) > 2) and (fold(n) != fold(p.ar) or fixed)]
        if p.kind in DIVISION_AR:
            word, name = DIVISION_AR[p.kind].get(p.country, ''), p.ar
            english = DIVISION_EN[p.kind].get(p.country, '')
            full = next((n for n in names if word and n.startswith(word + ' ') and fold(n[len(word) + 1:]) == fold(name)), None)
            if word and not WORD_AR.match(name):
                p.ar = full or word + ' ' + name
                names = [name] + names
            if english and not WORD_EN.search(p.en):
                p.en += ' ' + english
            kept = []
            for n in names if not fixed else [name] * (name != p.ar) + p.others:
                bare = fold(WORD_AR.sub('', n))
                if n == name and n != p.ar:
                    kept.append(n)
                    alone = ' ' not in n and not p.famous
                    if odd(bare, p) or bare in countries or len(bare) < 3 \
                            or (p.kind == 'governorate' and p.country not in NEAR | {'US', 'UA'} and alone) \
                            or (p.kind != 'governorate' and (alone or p.country in settlements[bare] or (p.country, bare) in second_names or made_of_words(bare))):
                        p.ambiguous.add(n)
                elif bare == fold(name) or bare in divisions and not fixed or p.country == 'IL' and ' ' not in n:
                    continue        # the same name, or that of another division
                elif bare == fold(n) and p.country in settlements[bare] and not fixed:
                    if p.kind == 'governorate' and word:
                        kept.append(word + ' ' + n)
                else:
                    kept.append(n)
            far = p.kind == 'governorate' and ' ' not in name and p.country not in NEAR | {'US', 'UA'}
            if p.ar == name and (far or odd(fold(name), p)):
                p.ambiguous.add(name)
            names = kept
        elif p.settled():
            p.cue = cue(p)
            if not fixed:
                names = [n for n in names if not (WORD_AR.match(n) or fold('ال' + n) == fold(p.ar))]
                p.ambiguous |= {n for n in names if odd(fold(n), p) or made_of_words(fold(n)) or (' ' not in n and not akin(n, p.ar))
                                or p.country in settlements[fold(n)]}
        elif CLASSES[p.kind] == 'Facility' and not fixed:
            names = [n for n in names if p.country not in settlements[fold(n)]]
        if p.kind == 'country' and odd(fold(p.ar), p):
            p.ambiguous.add(p.ar)
        seen = {fold(p.ar)}
        p.labels = [n for n in names if not (fold(n) in seen or seen.add(fold(n)))]
        p.ambiguous &= set(p.labels) | {p.ar}
        if p.cue:
            p.ambiguous = set()


def mint(places):
    """Give every place its IRI: readable for all but villages and quarters, those with their number."""
    taken = {}
    countries = {}
    for p in sorted(places, key=lambda p: (p.local is None, p.kind in ('village', 'neighbourhood') and not p.famous,
                                           RANK[p.kind], -p.population, p.id)):
        number = ''.join(re.findall('[0-9]+', p.id.split('#')[0])) if not p.id.startswith('ghf:') else ''
        base = p.local or camel(p.en, p.country in ARAB) or CLASSES[p.kind]
        if p.kind == 'governorate' and not p.local and not WORD_EN.search(p.en):
            base += 'State' if p.country == 'US' else 'Province'
        if base[0].isdigit():
            base = 'Place' + base
        if p.local is None and p.kind in ('village', 'neighbourhood') and not p.famous or base == CLASSES[p.kind]:
            base += number
            choices = [base]
        else:
            choices = [base, base + countries.get(p.country, ''), base + camel(p.admin1, p.country in ARAB), base + number]
        choices += [base + p.id.split(':')[0].capitalize() + number, base + p.kind.capitalize() + number]
        p.local = next(c for c in choices if c not in taken)
        taken[p.local] = p
        if p.kind == 'country':
            countries[p.country] = p.local


def sources(p):
    found = set()
    for pattern, names in (('Open-Syria', 'OpenSyria OchaCod'), ('GeoNames', 'GeoNames'), (r'\bWOF\b', 'WhosOnFirst'),
                           ('CLDR', 'Cldr'), ('Natural ?Earth(?! has)', 'NaturalEarth')):
        if re.search(pattern, p.source):
            found |= set(names.split())
    if p.id.startswith('ghf:'):
        found.add('GithubFiles')
    elif p.id.startswith('cit:') and re.search('wiki|alameen', p.source):
        found.add('ReferencePages')
    elif p.id.startswith('cit:') and re.search(r'\.(com|org|net|ae|tv|ir)\b', p.source):
        found.add('PressPages')
    if p.corrected or not found:
        found.add('GeneralKnowledge')
    return sorted('source:' + s for s in found)


def block(p):
    def listed(values):
        return ', '.join(values)
    lines = ['a khb:' + CLASSES[p.kind]]
    labels = ([literal(p.ar, 'ar')] if p.ar else []) + ([literal(' '.join(p.en.split()), 'en')] if p.en else [])
    lines.append('skos:prefLabel ' + listed(labels))
    if p.labels:
        lines.append('skos:altLabel ' + listed(literal(n, 'ar') for n in p.labels))
    if p.parent:
        lines.append('geo:sfWithin place:' + p.parent.local)
    if p.district and p.district is not p.parent:
        lines.append('khb:district place:' + p.district.local)
    if p.lat and p.long:
        lines.append('wgs84:lat %s ; wgs84:long %s' % (decimal(p.lat), decimal(p.long)))
    if p.kind in TYPED:
        lines.append('khb:placeType "%s"' % p.kind)
    if p.code not in PLAIN_CODES:
        lines.append('khb:featureCode "%s"' % p.code)
    if p.population:
        lines.append('khb:population %d' % p.population)
    ids = [i for i in p.ids.split('|') if re.match('(gn|pcode|iso|wof):', i) and not i.startswith('iso:IR-')]
    if ids:
        lines.append('schema:identifier ' + listed('"%s"' % i for i in sorted(ids)))
    if p.wikidata:
        lines.append('schema:sameAs <http://www.wikidata.org/entity/%s>' % p.wikidata)
    if p.cue:
        lines.append('khb:needsCue true')
    elif p.ambiguous:
        lines.append('khb:ambiguousLabel ' + listed(literal(n, 'ar') for n in sorted(p.ambiguous)))
    lines.append('dcterms:source ' + listed(sources(p)))
    return 'place:%s %s .\n' % (p.local, ' ;\n  '.join(lines))


def write(places, folder):
    files = collections.defaultdict(list)
    for p in places:
        files[COUNTRY_FILES.get(p.country, 'world')].append((p.local, block(p)))
    for stem, blocks in sorted(files.items()):
        text = '\n'.join(body for _, body in sorted(blocks))
        head = '# SPDX-FileCopyrightText: 2026 khabar authors\n# SPDX-License-Identifier: CC-BY-4.0\n'
        head += '# Made by tools/import_places.py; LICENSES.md names the sources.\n'
        head += ''.join('@prefix %s: <%s> .\n' % (p, iri) for p, iri in sorted(PREFIXES.items()) if re.search(r'[\s^]%s:[A-Za-z]' % p, text))
        (folder / (stem + '.ttl')).write_text(head + '\n' + text, 'utf-8', newline='\n')


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split('\n\n')[1])
    places = load(Path(sys.argv[1]))
    correct(places)
    attach(places)
    label(places)
    mint(places)
    write(places, Path(sys.argv[2]))


if __name__ == '__main__':
    main()
