-- A database as schema version 13 left it: that of version 12, with an index of what is marked.
PRAGMA application_id = 1450145123;
PRAGMA user_version = 13;
CREATE TABLE activity_hours (
    device INTEGER NOT NULL REFERENCES devices,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    store INTEGER NOT NULL REFERENCES stores,
    minutes INTEGER NOT NULL,
    opened INTEGER NOT NULL,
    scored INTEGER NOT NULL,
    completed INTEGER NOT NULL,
    PRIMARY KEY (device, day, hour, store)
) STRICT, WITHOUT ROWID;
INSERT INTO "activity_hours" VALUES(2,20777,10,1,58,7,7,7);
INSERT INTO "activity_hours" VALUES(2,20777,11,1,50,4,4,4);
CREATE TABLE api_tokens (
    token_hash TEXT PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users,
    made_at INTEGER NOT NULL
, name TEXT NOT NULL DEFAULT '', scopes TEXT NOT NULL DEFAULT 'read export', expires_at INTEGER) STRICT;
INSERT INTO "api_tokens" VALUES('0364f37b2010ef7937594659c7a4191600748fbafae59ad6a770dd2b99610179',3,1795362184858,'','read export',NULL);
INSERT INTO "api_tokens" VALUES('22f6379f63cfc12f1e429bfe50d4bb3bf240c7d1cd3bc58a7c6f5c4018c7c099',5,1795362184879,'','read export',NULL);
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    origin TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
INSERT INTO "audit" VALUES(1,1795373791406,'local:root','command','device-code','s1','{"name":""}','0000000000000000000000000000000000000000000000000000000000000000','65e711a163ff5bf05e89a7e73bb3376f7d0e7e0e81443722bf30732f74445f66');
INSERT INTO "audit" VALUES(2,1795373791459,'device:42a7a16d-b13b-87a2-baa9-108865003091','127.0.0.1','device-enrol','42a7a16d-b13b-87a2-baa9-108865003091','{"store":"s1"}','65e711a163ff5bf05e89a7e73bb3376f7d0e7e0e81443722bf30732f74445f66','f1abd1db26441eee6f945f1e7d23777cba9c9f933107a961103fe6a16f2a4d5f');
INSERT INTO "audit" VALUES(3,1795373791497,'local:root','command','setting-set','language','{"store":"s2","value":"fa"}','f1abd1db26441eee6f945f1e7d23777cba9c9f933107a961103fe6a16f2a4d5f','3fc87be611b5b75c559897db11ffed0eb51bd38bd90b5c6077d861b71db99031');
INSERT INTO "audit" VALUES(4,1795384073983,'local:root','command','setting-set','low_reach','{"first":["s2"],"value":true,"publication":1}','3fc87be611b5b75c559897db11ffed0eb51bd38bd90b5c6077d861b71db99031','123ff1859f9ceab7ccaa614352ced581b29cc62598dc332ce3865fb6ecf751f6');
INSERT INTO "audit" VALUES(5,1795391332991,'local:root','command','region-add','frozen-six','{"name":"Frozen six","parent":""}','123ff1859f9ceab7ccaa614352ced581b29cc62598dc332ce3865fb6ecf751f6','23600dc50d8f77bfc8d792a1230bd224b9b3dac320bb1567ff4ef93e020d4bb0');
INSERT INTO "audit" VALUES(6,1795398677872,'local:root','command','checklist-add','checkout-nps','{"version":3}','23600dc50d8f77bfc8d792a1230bd224b9b3dac320bb1567ff4ef93e020d4bb0','9e4b65683e4aecc50d689cb094645a904ea4ddcab51703f01fd9a9c58aa63d48');
INSERT INTO "audit" VALUES(7,1795398677922,'local:root','command','checklist-publish','checkout-nps','{"store":"","version":3,"publication":2}','9e4b65683e4aecc50d689cb094645a904ea4ddcab51703f01fd9a9c58aa63d48','122a2d931c5ff8ae03e6583731963e9c6bb2e1e5dff56c466883008310a3795e');
INSERT INTO "audit" VALUES(8,1795398677975,'local:root','command','import-source','ef07a2d0-991b-8723-9d16-2a57122d69df','{"channel":"telephone","store":"s1"}','122a2d931c5ff8ae03e6583731963e9c6bb2e1e5dff56c466883008310a3795e','ed491d4443cc659fd8865ab715af5ca60bc816efa583bc53ed03b17386d13ce7');
INSERT INTO "audit" VALUES(9,1795398677975,'local:root','command','import-source','41576e5f-8ae3-82fc-9b74-ea3e8140f665','{"channel":"telephone","store":"s3"}','ed491d4443cc659fd8865ab715af5ca60bc816efa583bc53ed03b17386d13ce7','7104d312f2371067976b4208d3122139616724f5811c8d3fa372d27774c4ea86');
INSERT INTO "audit" VALUES(10,1795398678006,'local:root','command','import','responses','{"accepted":5}','7104d312f2371067976b4208d3122139616724f5811c8d3fa372d27774c4ea86','26dc1f5556204f566e102782b228228ad9e9f5dd63a6f92c013ab453cc480427');
INSERT INTO "audit" VALUES(11,1795398678062,'local:root','command','region-add','frozen-seven','{"name":"Frozen seven","parent":""}','26dc1f5556204f566e102782b228228ad9e9f5dd63a6f92c013ab453cc480427','3fb3166576954c24e6a0159c4168c5ed0651f72833f05b25c7e14bb73fe41c31');
CREATE TABLE chain_ahead (
    chain INTEGER NOT NULL REFERENCES chains,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (chain, sequence)
) STRICT, WITHOUT ROWID;
INSERT INTO "chain_ahead" VALUES(1,4);
INSERT INTO "chain_ahead" VALUES(1,5);
INSERT INTO "chain_ahead" VALUES(1,6);
CREATE TABLE chain_signatures (
    chain INTEGER PRIMARY KEY REFERENCES chains,
    sequence INTEGER NOT NULL,
    hash BLOB NOT NULL,
    sent_at INTEGER NOT NULL,
    head_chain BLOB NOT NULL,
    head_sequence INTEGER NOT NULL,
    head_hash BLOB NOT NULL,
    hashes BLOB NOT NULL,
    signature TEXT NOT NULL
) STRICT;
INSERT INTO "chain_signatures" VALUES(2,4,X'A768C57589DC796DE740D48FB7237D56DCE2BF5603AC478D79AC21C9A85B354D',1795373791474,X'88D214753015491E8C8BB0BC264C3A63',4,X'A768C57589DC796DE740D48FB7237D56DCE2BF5603AC478D79AC21C9A85B354D',X'715A4D8937CEF908412A5D9DD2F3EC3B403D2D51A8C544BBDF8A4CA8F6EE59D83F0CC1A7A26AD5AECC66BEF185E2AE1A92D27D386EBEF812AF4FEA7D3DC34938CE471B8ECABD6BD48B2CFF5DCF331AF1F67BEBCAE749C35C4D793BDF2DD2DDA1A768C57589DC796DE740D48FB7237D56DCE2BF5603AC478D79AC21C9A85B354D','03z6mxQRzKZC7jL+mLrWn0K84ojSMk0wpOiw7CxM5F76emqfgDffYSZoLL5oac7IFtWpTZ7mto4E7zyi2ZN9Ag==');
INSERT INTO "chain_signatures" VALUES(3,3,X'BC2F718CB692F4D09025B0546586E4521A7542EA3D8DCD8CDDE6E81FE6D0C97F',1795398677975,X'01A20619B5DD7154BA35BE439AE8AC00',3,X'BC2F718CB692F4D09025B0546586E4521A7542EA3D8DCD8CDDE6E81FE6D0C97F',X'18E44FDED8764827C47E7EFD5D1798AE3FA7047F2783CEE0DCD44B73F839A26B754176D8EE96DD4FA27E4AC4BB2908D90FCD8E9959A8E96A440440DFED93362CBC2F718CB692F4D09025B0546586E4521A7542EA3D8DCD8CDDE6E81FE6D0C97F','nQAHgbe1n8GVkBsPOUnqrLSdwAAGnqUSEm6nXmtEk0BrjpKeRZ3jT8OB51U8JKP8veUgdre91vsNEmZ5DmLSBw==');
INSERT INTO "chain_signatures" VALUES(4,2,X'3E09AC46608CA725F43097420E571E447486876B7E2DEB2B0B6D1EF40AF5A72A',1795398677975,X'01A20619B5EB7A64B9A2764230CF693A',2,X'3E09AC46608CA725F43097420E571E447486876B7E2DEB2B0B6D1EF40AF5A72A',X'97C973A9BA6F17A0D1CF3066AEB8578BAAC543AFE92A1530A94F43BFFF6E3A5C3E09AC46608CA725F43097420E571E447486876B7E2DEB2B0B6D1EF40AF5A72A','f0kNtH192+B+fEnuv0ov4iXR30gxVTcjwcq4VJRkzM+oPcb5f3ukBMTGHQ3+R901x8LlcEFm38MIy+MtHBJFCw==');
CREATE TABLE chains (
    key INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices,
    id BLOB NOT NULL,
    contiguous INTEGER NOT NULL DEFAULT 0,
    highest INTEGER NOT NULL DEFAULT 0,
    head INTEGER NOT NULL DEFAULT 0,
    forked INTEGER NOT NULL DEFAULT 0, told_made INTEGER NOT NULL DEFAULT 0, told_altered TEXT NOT NULL DEFAULT '[]', told_missing TEXT NOT NULL DEFAULT '[]', conflicting INTEGER NOT NULL DEFAULT 0,
    UNIQUE (device, id)
) STRICT;
INSERT INTO "chains" VALUES(1,1,X'EC3E9FF762B64A0CA14159B26BDA8611',2,6,6,1,0,'[]','[]',1);
INSERT INTO "chains" VALUES(2,2,X'88D214753015491E8C8BB0BC264C3A63',4,4,4,0,0,'[]','[]',0);
INSERT INTO "chains" VALUES(3,3,X'01A20619B5DD7154BA35BE439AE8AC00',3,3,3,0,0,'[]','[]',0);
INSERT INTO "chains" VALUES(4,4,X'01A20619B5EB7A64B9A2764230CF693A',2,2,2,0,0,'[]','[]',0);
CREATE TABLE checklists (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    json TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;
INSERT INTO "checklists" VALUES('checkout-nps',2,'{"id":"checkout-nps","version":1}',1795339707249);
INSERT INTO "checklists" VALUES('checkout-nps',3,'{
  "format": 1,
  "id": "checkout-nps",
  "version": 3,
  "series": "2026a",
  "kind": "survey",
  "measurement": "transactional-nps",
  "touchpoint": "checkout",
  "score": "recommend",
  "languages": ["en", "fa", "ta", "ru", "ar", "de", "es", "fr", "hi", "tr"],
  "questions": [
    {
      "code": "recommend",
      "type": "scale",
      "required": true,
      "text": {
        "en": "After today''s visit, how likely are you to recommend this shop to friends or family?",
        "fa": "با توجه به خرید امروزتان، چقدر احتمال دارد این فروشگاه را به دوستان یا خانواده‌تان توصیه کنید؟",
        "ta": "இன்றைய அனுபவத்தின்படி, இந்தக் கடையை உங்கள் நண்பர்களுக்கோ குடும்பத்தினருக்கோ நீங்கள் பரிந்துரைக்க எந்த அளவுக்கு வாய்ப்புள்ளது?",
        "ru": "Насколько вероятно, что после сегодняшнего визита вы порекомендуете этот магазин друзьям или близким?",
        "ar": "بعد زيارتك اليوم، ما مدى احتمال أن توصي بهذا المتجر لأصدقائك أو عائلتك؟",
        "de": "Wie wahrscheinlich ist es nach Ihrem heutigen Besuch, dass Sie dieses Geschäft Freunden oder Ihrer Familie weiterempfehlen?",
        "es": "Después de su visita de hoy, ¿qué probabilidad hay de que recomiende esta tienda a sus amigos o familiares?",
        "fr": "Après votre visite d’aujourd’hui, quelle est la probabilité que vous recommandiez ce magasin à vos amis ou à votre famille ?",
        "hi": "आज के अपने अनुभव के बाद, इसकी कितनी संभावना है कि आप अपने दोस्तों या परिवार से इस स्टोर की सिफ़ारिश करेंगे?",
        "tr": "Bugünkü ziyaretinizden sonra bu mağazayı arkadaşlarınıza veya ailenize tavsiye etme olasılığınız nedir?"
      },
      "min": 0,
      "max": 10,
      "low": {
        "en": "Not at all likely",
        "fa": "اصلاً احتمال ندارد",
        "ta": "வாய்ப்பே இல்லை",
        "ru": "Крайне маловероятно",
        "ar": "غير محتمل إطلاقًا",
        "de": "Überhaupt nicht wahrscheinlich",
        "es": "Nada probable",
        "fr": "Pas du tout probable",
        "hi": "बिल्कुल संभावना नहीं",
        "tr": "Hiç olası değil"
      },
      "high": {
        "en": "Extremely likely",
        "fa": "بسیار احتمال دارد",
        "ta": "மிக அதிக வாய்ப்பு",
        "ru": "Очень вероятно",
        "ar": "محتمل للغاية",
        "de": "Äußerst wahrscheinlich",
        "es": "Extremadamente probable",
        "fr": "Extrêmement probable",
        "hi": "बहुत अधिक संभावना",
        "tr": "Son derece olası"
      }
    },
    {
      "code": "liked",
      "type": "choices",
      "when": { "question": "recommend", "from": 9, "to": 10 },
      "text": {
        "en": "What did you like most?",
        "fa": "از چه چیزی بیشتر خوشتان آمد؟",
        "ta": "உங்களுக்கு மிகவும் பிடித்தவை எவை?",
        "ru": "Что вам особенно понравилось?",
        "ar": "ما أكثر ما أعجبك؟",
        "de": "Was hat Ihnen am besten gefallen?",
        "es": "¿Qué le gustó más?",
        "fr": "Qu’avez-vous le plus apprécié ?",
        "hi": "आपको सबसे अधिक क्या पसंद आया?",
        "tr": "En çok neyi beğendiniz?"
      },
      "maxPicks": 3,
      "rotate": true,
      "last": "other",
      "choices": [
        {
          "code": "choice",
          "text": {
            "en": "Choice of products",
            "fa": "تنوع کالاها",
            "ta": "பொருட்களின் வகைகள்",
            "ru": "Выбор товаров",
            "ar": "تنوّع المنتجات",
            "de": "Produktauswahl",
            "es": "Surtido de productos",
            "fr": "Choix de produits",
            "hi": "सामान के विकल्प",
            "tr": "Ürün çeşidi"
          }
        },
        {
          "code": "quality",
          "text": {
            "en": "Product quality",
            "fa": "کیفیت کالاها",
            "ta": "பொருட்களின் தரம்",
            "ru": "Качество товаров",
            "ar": "جودة المنتجات",
            "de": "Produktqualität",
            "es": "Calidad de los productos",
            "fr": "Qualité des produits",
            "hi": "सामान की गुणवत्ता",
            "tr": "Ürün kalitesi"
          }
        },
        {
          "code": "prices",
          "text": {
            "en": "Prices",
            "fa": "قیمت‌ها",
            "ta": "விலைகள்",
            "ru": "Цены",
            "ar": "الأسعار",
            "de": "Preise",
            "es": "Precios",
            "fr": "Prix",
            "hi": "दाम",
            "tr": "Fiyatlar"
          }
        },
        {
          "code": "stock",
          "text": {
            "en": "Items in stock",
            "fa": "موجود بودن کالا",
            "ta": "பொருட்களின் இருப்பு",
            "ru": "Наличие товаров",
            "ar": "توفّر المنتجات",
            "de": "Warenverfügbarkeit",
            "es": "Disponibilidad de productos",
            "fr": "Disponibilité des produits",
            "hi": "सामान की उपलब्धता",
            "tr": "Stok durumu"
          }
        },
        {
          "code": "staff",
          "text": {
            "en": "Staff helpfulness",
            "fa": "برخورد و کمک کارکنان",
            "ta": "பணியாளர்களின் உதவி",
            "ru": "Помощь сотрудников",
            "ar": "مساعدة الموظفين",
            "de": "Hilfe durch das Personal",
            "es": "Atención del personal",
            "fr": "Aide du personnel",
            "hi": "कर्मचारियों की मदद",
            "tr": "Çalışanların yardımı"
          }
        },
        {
          "code": "advice",
          "text": {
            "en": "Product advice",
            "fa": "راهنمایی دربارهٔ کالا",
            "ta": "பொருள் பற்றிய விளக்கம்",
            "ru": "Консультации по товарам",
            "ar": "المشورة بشأن المنتجات",
            "de": "Produktberatung",
            "es": "Asesoramiento",
            "fr": "Conseils sur les produits",
            "hi": "सामान के बारे में सलाह",
            "tr": "Ürünler hakkında bilgi"
          }
        },
        {
          "code": "queue",
          "text": {
            "en": "Speed at the checkout",
            "fa": "سرعت کار صندوق",
            "ta": "பில் போடும் வேகம்",
            "ru": "Скорость на кассе",
            "ar": "سرعة الخدمة عند الصندوق",
            "de": "Tempo an der Kasse",
            "es": "Rapidez en la caja",
            "fr": "Rapidité en caisse",
            "hi": "बिलिंग की गति",
            "tr": "Kasadaki hız"
          }
        },
        {
          "code": "cleanliness",
          "text": {
            "en": "Cleanliness and order",
            "fa": "نظافت و نظم",
            "ta": "தூய்மையும் ஒழுங்கும்",
            "ru": "Чистота и порядок",
            "ar": "النظافة والترتيب",
            "de": "Sauberkeit und Ordnung",
            "es": "Limpieza y orden",
            "fr": "Propreté et rangement",
            "hi": "सफ़ाई और व्यवस्था",
            "tr": "Temizlik ve düzen"
          }
        },
        {
          "code": "layout",
          "text": {
            "en": "Ease of finding things",
            "fa": "راحتی پیدا کردن کالا",
            "ta": "பொருள் தேடும் வசதி",
            "ru": "Удобство поиска товаров",
            "ar": "سهولة العثور على المنتجات",
            "de": "Auffindbarkeit der Waren",
            "es": "Encontrar los productos",
            "fr": "Facilité à s’y retrouver",
            "hi": "सामान ढूँढने की सुविधा",
            "tr": "Ürün bulma kolaylığı"
          }
        },
        {
          "code": "location",
          "text": {
            "en": "Location and parking",
            "fa": "دسترسی و پارکینگ",
            "ta": "அமைவிடம், வாகன நிறுத்தம்",
            "ru": "Расположение и парковка",
            "ar": "الموقع ومواقف السيارات",
            "de": "Lage und Parkplätze",
            "es": "Ubicación y aparcamiento",
            "fr": "Emplacement et parking",
            "hi": "स्थान और पार्किंग",
            "tr": "Konum ve otopark"
          }
        },
        {
          "code": "other",
          "text": {
            "en": "Something else",
            "fa": "مورد دیگر",
            "ta": "வேறு ஏதாவது",
            "ru": "Другое",
            "ar": "شيء آخر",
            "de": "Etwas anderes",
            "es": "Otra cosa",
            "fr": "Autre chose",
            "hi": "कुछ और",
            "tr": "Başka bir şey"
          }
        }
      ]
    },
    {
      "code": "improve",
      "type": "choices",
      "when": { "question": "recommend", "from": 0, "to": 8 },
      "text": {
        "en": "What could we do better?",
        "fa": "به نظر شما چه چیزی را بهتر کنیم؟",
        "ta": "நாங்கள் எவற்றை மேம்படுத்தலாம்?",
        "ru": "Что нам стоит улучшить?",
        "ar": "ما الذي يمكننا تحسينه؟",
        "de": "Was könnten wir besser machen?",
        "es": "¿Qué podríamos mejorar?",
        "fr": "Que pourrions-nous améliorer ?",
        "hi": "हम क्या बेहतर कर सकते हैं?",
        "tr": "Neyi daha iyi yapabiliriz?"
      },
      "maxPicks": 3,
      "rotate": true,
      "last": "other",
      "choices": [
        {
          "code": "choice",
          "text": {
            "en": "Choice of products",
            "fa": "تنوع کالاها",
            "ta": "பொருட்களின் வகைகள்",
            "ru": "Выбор товаров",
            "ar": "تنوّع المنتجات",
            "de": "Produktauswahl",
            "es": "Surtido de productos",
            "fr": "Choix de produits",
            "hi": "सामान के विकल्प",
            "tr": "Ürün çeşidi"
          }
        },
        {
          "code": "quality",
          "text": {
            "en": "Product quality",
            "fa": "کیفیت کالاها",
            "ta": "பொருட்களின் தரம்",
            "ru": "Качество товаров",
            "ar": "جودة المنتجات",
            "de": "Produktqualität",
            "es": "Calidad de los productos",
            "fr": "Qualité des produits",
            "hi": "सामान की गुणवत्ता",
            "tr": "Ürün kalitesi"
          }
        },
        {
          "code": "prices",
          "text": {
            "en": "Prices",
            "fa": "قیمت‌ها",
            "ta": "விலைகள்",
            "ru": "Цены",
            "ar": "الأسعار",
            "de": "Preise",
            "es": "Precios",
            "fr": "Prix",
            "hi": "दाम",
            "tr": "Fiyatlar"
          }
        },
        {
          "code": "stock",
          "text": {
            "en": "Items in stock",
            "fa": "موجود بودن کالا",
            "ta": "பொருட்களின் இருப்பு",
            "ru": "Наличие товаров",
            "ar": "توفّر المنتجات",
            "de": "Warenverfügbarkeit",
            "es": "Disponibilidad de productos",
            "fr": "Disponibilité des produits",
            "hi": "सामान की उपलब्धता",
            "tr": "Stok durumu"
          }
        },
        {
          "code": "staff",
          "text": {
            "en": "Staff helpfulness",
            "fa": "برخورد و کمک کارکنان",
            "ta": "பணியாளர்களின் உதவி",
            "ru": "Помощь сотрудников",
            "ar": "مساعدة الموظفين",
            "de": "Hilfe durch das Personal",
            "es": "Atención del personal",
            "fr": "Aide du personnel",
            "hi": "कर्मचारियों की मदद",
            "tr": "Çalışanların yardımı"
          }
        },
        {
          "code": "advice",
          "text": {
            "en": "Product advice",
            "fa": "راهنمایی دربارهٔ کالا",
            "ta": "பொருள் பற்றிய விளக்கம்",
            "ru": "Консультации по товарам",
            "ar": "المشورة بشأن المنتجات",
            "de": "Produktberatung",
            "es": "Asesoramiento",
            "fr": "Conseils sur les produits",
            "hi": "सामान के बारे में सलाह",
            "tr": "Ürünler hakkında bilgi"
          }
        },
        {
          "code": "queue",
          "text": {
            "en": "Speed at the checkout",
            "fa": "سرعت کار صندوق",
            "ta": "பில் போடும் வேகம்",
            "ru": "Скорость на кассе",
            "ar": "سرعة الخدمة عند الصندوق",
            "de": "Tempo an der Kasse",
            "es": "Rapidez en la caja",
            "fr": "Rapidité en caisse",
            "hi": "बिलिंग की गति",
            "tr": "Kasadaki hız"
          }
        },
        {
          "code": "cleanliness",
          "text": {
            "en": "Cleanliness and order",
            "fa": "نظافت و نظم",
            "ta": "தூய்மையும் ஒழுங்கும்",
            "ru": "Чистота и порядок",
            "ar": "النظافة والترتيب",
            "de": "Sauberkeit und Ordnung",
            "es": "Limpieza y orden",
            "fr": "Propreté et rangement",
            "hi": "सफ़ाई और व्यवस्था",
            "tr": "Temizlik ve düzen"
          }
        },
        {
          "code": "layout",
          "text": {
            "en": "Ease of finding things",
            "fa": "راحتی پیدا کردن کالا",
            "ta": "பொருள் தேடும் வசதி",
            "ru": "Удобство поиска товаров",
            "ar": "سهولة العثور على المنتجات",
            "de": "Auffindbarkeit der Waren",
            "es": "Encontrar los productos",
            "fr": "Facilité à s’y retrouver",
            "hi": "सामान ढूँढने की सुविधा",
            "tr": "Ürün bulma kolaylığı"
          }
        },
        {
          "code": "location",
          "text": {
            "en": "Location and parking",
            "fa": "دسترسی و پارکینگ",
            "ta": "அமைவிடம், வாகன நிறுத்தம்",
            "ru": "Расположение и парковка",
            "ar": "الموقع ومواقف السيارات",
            "de": "Lage und Parkplätze",
            "es": "Ubicación y aparcamiento",
            "fr": "Emplacement et parking",
            "hi": "स्थान और पार्किंग",
            "tr": "Konum ve otopark"
          }
        },
        {
          "code": "other",
          "text": {
            "en": "Something else",
            "fa": "مورد دیگر",
            "ta": "வேறு ஏதாவது",
            "ru": "Другое",
            "ar": "شيء آخر",
            "de": "Etwas anderes",
            "es": "Otra cosa",
            "fr": "Autre chose",
            "hi": "कुछ और",
            "tr": "Başka bir şey"
          }
        }
      ]
    },
    {
      "code": "comment",
      "type": "text",
      "onRequest": true,
      "when": { "question": "recommend", "from": 0, "to": 10 },
      "text": {
        "en": "Would you like to add anything? (optional)",
        "fa": "مایلید نکته‌ای اضافه کنید؟ (اختیاری)",
        "ta": "வேறு ஏதேனும் சொல்ல விரும்புகிறீர்களா? (கட்டாயமில்லை)",
        "ru": "Хотите что-нибудь добавить? (по желанию)",
        "ar": "هل لديك أي إضافة؟ (اختياري)",
        "de": "Möchten Sie etwas hinzufügen? (freiwillig)",
        "es": "¿Desea añadir algo? (opcional)",
        "fr": "Souhaitez-vous ajouter quelque chose ? (facultatif)",
        "hi": "क्या आप कुछ और कहना चाहेंगे? (वैकल्पिक)",
        "tr": "Eklemek istediğiniz bir şey var mı? (isteğe bağlı)"
      }
    },
    {
      "code": "contact",
      "type": "contact",
      "onRequest": true,
      "when": { "question": "recommend", "from": 0, "to": 6 },
      "text": {
        "en": "May we contact you?",
        "fa": "اجازه می‌دهید با شما تماس بگیریم؟",
        "ta": "நாங்கள் உங்களைத் தொடர்புகொள்ளலாமா?",
        "ru": "Можно с вами связаться?",
        "ar": "هل يمكننا التواصل معك؟",
        "de": "Dürfen wir Sie kontaktieren?",
        "es": "¿Podemos ponernos en contacto con usted?",
        "fr": "Pouvons-nous vous contacter ?",
        "hi": "क्या हम आपसे संपर्क कर सकते हैं?",
        "tr": "Sizinle iletişime geçebilir miyiz?"
      }
    }
  ]
}
',1795398677872);
CREATE TABLE comments (
    number INTEGER PRIMARY KEY,
    store INTEGER NOT NULL REFERENCES stores,
    day INTEGER NOT NULL,
    part INTEGER NOT NULL,
    shuffle INTEGER NOT NULL,
    measure INTEGER REFERENCES measures,
    score INTEGER,
    marked INTEGER NOT NULL,
    checklist TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    folded TEXT NOT NULL
) STRICT;
INSERT INTO "comments" VALUES(12,1,20777,2,38247861716072483,1,3,0,'checkout-nps','checkout','en','the queue was long','the queue was long');
CREATE TABLE conflicts (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    hash BLOB NOT NULL,
    device INTEGER NOT NULL REFERENCES devices,
    received_at INTEGER NOT NULL,
    canonical BLOB NOT NULL, chain INTEGER REFERENCES chains, sequence INTEGER, store INTEGER REFERENCES stores, day INTEGER,
    UNIQUE (id, hash, device)
) STRICT;
INSERT INTO "conflicts" VALUES(1,X'01A1CF164C5A75BE8B5FC96F3159900A',X'C34F5AE90076C422998656CAFA56F88E3ACB9FC8CF9858C224404A45D9BABF0F',1,1795339707548,X'7B22626F6F74223A2233626331333834662D333966622D343937362D616562622D636138346337643933346538222C22636861696E223A2265633365396666372D363262362D346130632D613134312D353962323662646138363131222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D31325430393A32383A35332E3438325A222C22646179223A22323032362D31312D3132222C22646576696365223A2233363065666238362D336664642D383663642D383533372D643066653934663439646635222C2268617368223A2263333466356165393030373663343232393938363536636166613536663838653361636239666338636639383538633232343430346134356439626162663066222C22686F7572223A31332C226964223A2230316131636631362D346335612D373562652D386235662D633936663331353939303061222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A317D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A31363431363032363030302C226F70656E65645F6174223A22323032362D31312D31325430393A32383A32372E3438325A222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C2273636F7265223A312C2273657175656E6365223A312C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A327D',1,1,1,20769);
CREATE TABLE day_counts (
    store INTEGER NOT NULL REFERENCES stores, day INTEGER NOT NULL,
    measure INTEGER NOT NULL REFERENCES measures, marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, measure, marked)
) STRICT, WITHOUT ROWID;
INSERT INTO "day_counts" VALUES(1,20769,1,0,0,0,1,0,0,0,0,0,0,1,0);
INSERT INTO "day_counts" VALUES(1,20769,1,1,0,0,0,1,0,1,0,0,0,0,0);
INSERT INTO "day_counts" VALUES(1,20777,1,0,0,0,0,1,0,0,0,0,0,2,1);
INSERT INTO "day_counts" VALUES(3,20778,1,0,0,0,0,0,0,0,0,1,1,0,0);
CREATE TABLE device_codes (
    code_hash TEXT PRIMARY KEY,
    store INTEGER NOT NULL REFERENCES stores,
    name TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    used_by BLOB
, replaces INTEGER REFERENCES devices) STRICT;
INSERT INTO "device_codes" VALUES('7caf8c8d28f4600067ca5c7dbc9199be77cc51cd30f6b951e7187b9bac2fd4fc',1,'',1795944507502,1795339707517,X'82CF7359BA690CEA977EDA3B1A27F4F6042F343F684EC92F42766FEF97565BD0',NULL);
INSERT INTO "device_codes" VALUES('6a96f899f810cf124e3e5990d4067169fa05c31f83b4648c0c3ba0043697ef06',1,'',1795978591406,1795373791459,X'E28AF7D2F8E242EFB7CDE6811306EAEED74B6BB1E228EC1FBAD5DB84FBCAFD62',NULL);
CREATE TABLE device_counts (
    store INTEGER NOT NULL,
    day INTEGER NOT NULL,
    device INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, device, measure, marked)
) STRICT, WITHOUT ROWID;
INSERT INTO "device_counts" VALUES(1,20769,1,1,0,0,0,1,0,0,0,0,0,0,1,0);
INSERT INTO "device_counts" VALUES(1,20769,1,1,1,0,0,0,1,0,1,0,0,0,0,0);
INSERT INTO "device_counts" VALUES(1,20777,2,1,0,0,0,0,0,0,0,0,0,0,1,0);
INSERT INTO "device_counts" VALUES(1,20777,3,1,0,0,0,0,1,0,0,0,0,0,1,1);
INSERT INTO "device_counts" VALUES(3,20778,4,1,0,0,0,0,0,0,0,0,1,1,0,0);
CREATE TABLE device_stores (
    device INTEGER NOT NULL REFERENCES devices,
    store INTEGER NOT NULL REFERENCES stores,
    since INTEGER NOT NULL,
    PRIMARY KEY (device, store)
) STRICT, WITHOUT ROWID;
INSERT INTO "device_stores" VALUES(1,1,1795339707517);
INSERT INTO "device_stores" VALUES(2,1,1795373791459);
INSERT INTO "device_stores" VALUES(3,1,1795398677975);
INSERT INTO "device_stores" VALUES(4,3,1795398677975);
CREATE TABLE devices (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    public_key BLOB NOT NULL UNIQUE,
    token_hash TEXT NOT NULL UNIQUE,
    store INTEGER NOT NULL REFERENCES stores,
    revoked INTEGER NOT NULL DEFAULT 0,
    enrolled_at INTEGER NOT NULL,
    last_seen INTEGER,
    heartbeat TEXT
, rotate INTEGER NOT NULL DEFAULT 0, next_token_hash TEXT, clock_error_ms INTEGER, last_answer INTEGER, replaces INTEGER REFERENCES devices, till INTEGER REFERENCES devices, source TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "devices" VALUES(1,X'360EFB863FDD86CD8537D0FE94F49DF5','till 3',X'82CF7359BA690CEA977EDA3B1A27F4F6042F343F684EC92F42766FEF97565BD0','bfd0b83f82518f3f4d72834ae2128319c8e5e1d5e927930ac2d216a2449b0a77',1,0,1795339707517,1795339707579,NULL,0,NULL,NULL,NULL,NULL,NULL,'');
INSERT INTO "devices" VALUES(2,X'42A7A16DB13B87A2BAA9108865003091','till 3',X'E28AF7D2F8E242EFB7CDE6811306EAEED74B6BB1E228EC1FBAD5DB84FBCAFD62','3cf7d6c5dfabda4b072379ef4a26b86cff3e48e678409e85293b3cd9843aa1ba',1,0,1795373791459,1795373791478,NULL,0,NULL,NULL,NULL,NULL,NULL,'');
INSERT INTO "devices" VALUES(3,X'EF07A2D0991B87239D162A57122D69DF','Import: telephone',X'FCFA4F2A9AB2573C8992F0DE9DD872D234C8C57B8F63C98B2A7B0EE9904768C4','e55f85952b8afd25ce52262a7c25caac9b570a4957d46cdcfec33450132ef90c',1,0,1795398677975,1795398677990,NULL,0,NULL,0,1795172585000,NULL,NULL,'telephone');
INSERT INTO "devices" VALUES(4,X'41576E5F8AE382FC9B74EA3E8140F665','Import: telephone',X'C0B0747EABB9A9EFF1EBBDBA14A28AD0F0B6DDC477B4081549559A0E3070FC51','a8df9d26ed45be1161d6d99dec31a66ef7cab283bb9373dfbbb129e3bacf23e1',3,0,1795398677975,1795398678003,NULL,0,NULL,0,1795262585000,NULL,NULL,'telephone');
CREATE TABLE erasures (
    record BLOB PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices,
    contact INTEGER NOT NULL,
    comment INTEGER NOT NULL,
    erased_at INTEGER NOT NULL,
    told INTEGER NOT NULL
) STRICT;
CREATE TABLE hour_counts (
    store INTEGER NOT NULL REFERENCES stores, day INTEGER NOT NULL, hour INTEGER NOT NULL,
    measure INTEGER NOT NULL REFERENCES measures, marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, hour, measure, marked)
) STRICT, WITHOUT ROWID;
INSERT INTO "hour_counts" VALUES(1,20769,13,1,0,0,0,1,0,0,0,0,0,0,1,0);
INSERT INTO "hour_counts" VALUES(1,20769,13,1,1,0,0,0,1,0,1,0,0,0,0,0);
INSERT INTO "hour_counts" VALUES(1,20777,10,1,0,0,0,0,0,0,0,0,0,0,1,0);
INSERT INTO "hour_counts" VALUES(1,20777,14,1,0,0,0,0,0,0,0,0,0,0,1,1);
INSERT INTO "hour_counts" VALUES(1,20777,15,1,0,0,0,0,1,0,0,0,0,0,0,0);
INSERT INTO "hour_counts" VALUES(3,20778,11,1,0,0,0,0,0,0,0,0,0,1,0,0);
INSERT INTO "hour_counts" VALUES(3,20778,12,1,0,0,0,0,0,0,0,0,1,0,0,0);
CREATE TABLE later_marks (
    record BLOB NOT NULL,
    device INTEGER NOT NULL REFERENCES devices,
    mark TEXT NOT NULL,
    PRIMARY KEY (record, device, mark)
) STRICT, WITHOUT ROWID;
INSERT INTO "later_marks" VALUES(X'01A1CF1CB4FA7C4CB20749B24B77E944',1,'burst');
CREATE TABLE ledger_days (
    chain INTEGER NOT NULL REFERENCES chains,
    day INTEGER NOT NULL,
    store INTEGER NOT NULL REFERENCES stores,
    received INTEGER NOT NULL,
    late INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    forked INTEGER NOT NULL,
    PRIMARY KEY (chain, day, store)
) STRICT, WITHOUT ROWID;
INSERT INTO "ledger_days" VALUES(1,20769,1,5,5,2,1);
INSERT INTO "ledger_days" VALUES(2,20777,1,4,4,0,0);
INSERT INTO "ledger_days" VALUES(3,20777,1,3,3,0,0);
INSERT INTO "ledger_days" VALUES(4,20778,3,2,2,0,0);
CREATE TABLE measures (
    key INTEGER PRIMARY KEY,
    checklist TEXT NOT NULL,
    series TEXT NOT NULL,
    question TEXT NOT NULL,
    touchpoint TEXT NOT NULL,
    UNIQUE (checklist, series, question, touchpoint)
) STRICT;
INSERT INTO "measures" VALUES(1,'checkout-nps','2026a','recommend','checkout');
CREATE TABLE month_counts (
    store INTEGER NOT NULL REFERENCES stores, day INTEGER NOT NULL,
    measure INTEGER NOT NULL REFERENCES measures, marked INTEGER NOT NULL,
    n0 INTEGER NOT NULL, n1 INTEGER NOT NULL, n2 INTEGER NOT NULL, n3 INTEGER NOT NULL,
    n4 INTEGER NOT NULL, n5 INTEGER NOT NULL, n6 INTEGER NOT NULL, n7 INTEGER NOT NULL,
    n8 INTEGER NOT NULL, n9 INTEGER NOT NULL, n10 INTEGER NOT NULL,
    PRIMARY KEY (store, day, measure, marked)
) STRICT, WITHOUT ROWID;
INSERT INTO "month_counts" VALUES(1,20758,1,0,0,0,1,1,0,0,0,0,0,3,1);
INSERT INTO "month_counts" VALUES(1,20758,1,1,0,0,0,1,0,1,0,0,0,0,0);
INSERT INTO "month_counts" VALUES(3,20758,1,0,0,0,0,0,0,0,0,1,1,0,0);
CREATE TABLE notes (
    key INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    store INTEGER REFERENCES stores,
    region TEXT REFERENCES regions,
    text TEXT NOT NULL,
    made_by TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE TABLE personal (
    record BLOB PRIMARY KEY,
    day INTEGER NOT NULL,
    contact INTEGER NOT NULL,
    comment INTEGER NOT NULL,
    erasure TEXT
) STRICT;
CREATE TABLE personal_walk (
    key INTEGER PRIMARY KEY,
    number INTEGER NOT NULL
) STRICT;
CREATE TABLE pins (
    store INTEGER NOT NULL REFERENCES stores,
    role TEXT NOT NULL,
    hash TEXT NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (store, role)
) STRICT, WITHOUT ROWID;
CREATE TABLE publication_log (
    number INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT,
    reach TEXT NOT NULL,
    undoes INTEGER UNIQUE REFERENCES publication_log
) STRICT;
INSERT INTO "publication_log" VALUES(1,1795384073983,'local:root','setting','low_reach','true','stage',NULL);
INSERT INTO "publication_log" VALUES(2,1795398677922,'local:root','checklist','checkout-nps','3','chain',NULL);
CREATE TABLE publication_places (
    publication INTEGER NOT NULL REFERENCES publication_log,
    place TEXT NOT NULL,
    former TEXT,
    former_staged INTEGER NOT NULL,
    PRIMARY KEY (publication, place)
) STRICT, WITHOUT ROWID;
INSERT INTO "publication_places" VALUES(1,'s2',NULL,0);
INSERT INTO "publication_places" VALUES(2,'','2',0);
CREATE TABLE publications (
    checklist TEXT NOT NULL,
    store TEXT NOT NULL,
    version INTEGER NOT NULL,
    published_at INTEGER NOT NULL, staged INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (checklist, store),
    FOREIGN KEY (checklist, version) REFERENCES checklists
) STRICT, WITHOUT ROWID;
INSERT INTO "publications" VALUES('checkout-nps','',3,1795398677922,0);
CREATE TABLE records (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    hash BLOB NOT NULL,
    chain INTEGER NOT NULL REFERENCES chains,
    sequence INTEGER NOT NULL,
    store INTEGER NOT NULL REFERENCES stores,
    measure INTEGER REFERENCES measures,
    score INTEGER,
    marked INTEGER NOT NULL,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    clock_error_ms INTEGER NOT NULL,
    canonical BLOB NOT NULL
) STRICT;
INSERT INTO "records" VALUES(1,X'01A1CF164C5A75BE8B5FC96F3159900A',X'FF2DB312602B7CB3C8C9F3446CBD5590DFE94BC3C8CD34773967C5BD5ACF8C48',1,1,1,1,9,0,20769,13,1795339707537,3,X'7B22626F6F74223A2233626331333834662D333966622D343937362D616562622D636138346337643933346538222C22636861696E223A2265633365396666372D363262362D346130632D613134312D353962323662646138363131222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D31325430393A32383A35332E3438325A222C22646179223A22323032362D31312D3132222C22646576696365223A2233363065666238362D336664642D383663642D383533372D643066653934663439646635222C2268617368223A2266663264623331323630326237636233633863396633343436636264353539306466653934626333633863643334373733393637633562643561636638633438222C22686F7572223A31332C226964223A2230316131636631362D346335612D373562652D386235662D633936663331353939303061222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A397D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A31363431363032363030302C226F70656E65645F6174223A22323032362D31312D31325430393A32383A32372E3438325A222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C2273636F7265223A392C2273657175656E6365223A312C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A327D');
INSERT INTO "records" VALUES(2,X'01A1CF1CB4FA7C4CB20749B24B77E944',X'7F8E1A99F264883B0CFA3DAE5675EB893E26B99C00F82F2CD3F1F6E4F7403705',1,2,1,1,3,1,20769,13,1795339707537,3,X'7B22626F6F74223A2233626331333834662D333966622D343937362D616562622D636138346337643933346538222C22636861696E223A2265633365396666372D363262362D346130632D613134312D353962323662646138363131222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D31325430393A33353A35332E3438325A222C22646179223A22323032362D31312D3132222C22646576696365223A2233363065666238362D336664642D383663642D383533372D643066653934663439646635222C2268617368223A2237663865316139396632363438383362306366613364616535363735656238393365323662393963303066383266326364336631663665346637343033373035222C22686F7572223A31332C226964223A2230316131636631632D623466612D376334632D623230372D343962323462373765393434222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A337D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A31363431363434363030302C226F70656E65645F6174223A22323032362D31312D31325430393A33353A32372E3438325A222C2270726576696F7573223A2266663264623331323630326237636233633863396633343436636264353539306466653934626333633863643334373733393637633562643561636638633438222C2273636F7265223A332C2273657175656E6365223A322C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A327D');
INSERT INTO "records" VALUES(3,X'01A1CF29863A71C7842A6698A39327D5',X'844F464E0E457744D013BB1D74CF5630346A64735D9FD39A2BF913CADD6BBD6B',1,4,1,1,5,1,20769,13,1795339707537,3,X'7B22626F6F74223A2233626331333834662D333966622D343937362D616562622D636138346337643933346538222C22636861696E223A2265633365396666372D363262362D346130632D613134312D353962323662646138363131222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D31325430393A34393A35332E3438325A222C22646179223A22323032362D31312D3132222C22646576696365223A2233363065666238362D336664642D383663642D383533372D643066653934663439646635222C2268617368223A2238343466343634653065343537373434643031336262316437346366353633303334366136343733356439666433396132626639313363616464366262643662222C22686F7572223A31332C226964223A2230316131636632392D383633612D373163372D383432612D363639386133393332376435222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A357D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B226275727374225D2C226D6F6E6F746F6E69635F6D73223A31363431373238363030302C226F70656E65645F6174223A22323032362D31312D31325430393A34393A32372E3438325A222C2270726576696F7573223A2262333938313665343930646237663530393136353437353365656664353539393237656333386461643661623734626464396139666263393963386266383666222C2273636F7265223A352C2273657175656E6365223A342C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A327D');
INSERT INTO "records" VALUES(4,X'01A1CF36577A701C909D16D890E7BE25',X'6A7FEBB38FE23B11EFFCF4C5E4117B4CCD475D65236142151781BACAB1944F61',1,6,1,NULL,NULL,0,20769,14,1795339707564,12,X'7B22626F6F74223A2233626331333834662D333966622D343937362D616562622D636138346337643933346538222C22636861696E223A2265633365396666372D363262362D346130632D613134312D353962323662646138363131222C22636C6F7365645F6174223A22323032362D31312D31325431303A30333A35332E3438325A222C22646179223A22323032362D31312D3132222C22646576696365223A2233363065666238362D336664642D383663642D383533372D643066653934663439646635222C2268617368223A2236613766656262333866653233623131656666636634633565343131376234636364343735643635323336313432313531373831626163616231393434663631222C22686F7572223A31342C226964223A2230316131636633362D353737612D373031632D393039642D313664383930653762653235222C226B696E64223A226D61726B222C226D61726B223A7B22616374696F6E223A22616464222C22636865636B73223A5B2230316131636631632D623466612D376334632D623230372D343962323462373765393434225D2C226D61726B223A226275727374222C2272756C65223A7B22636865636B73223A362C2277696E646F775F6D73223A36303030307D7D2C226D6F6E6F746F6E69635F6D73223A31363431383132363030302C226F70656E65645F6174223A22323032362D31312D31325431303A30333A32372E3438325A222C2270726576696F7573223A2266393238633361316431316131613865393161363833646365323064643530306535353365363431323134656136303363386635616535663030363534376431222C2273657175656E6365223A362C2273746F7265223A227331222C227574635F6F66667365745F6D696E75746573223A3234307D');
INSERT INTO "records" VALUES(5,X'01A1CF3CC01A79498C9E3C27817996B0',X'1E7EDE6998303B4C897BD9639B6ECA840849952BAD2538746281BA414ADCFFB4',1,2,1,1,2,0,20769,13,1795339707579,3,X'7B22626F6F74223A2233626331333834662D333966622D343937362D616562622D636138346337643933346538222C22636861696E223A2265633365396666372D363262362D346130632D613134312D353962323662646138363131222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D31325430393A33353A35332E3438325A222C22646179223A22323032362D31312D3132222C22646576696365223A2233363065666238362D336664642D383663642D383533372D643066653934663439646635222C2268617368223A2231653765646536393938333033623463383937626439363339623665636138343038343939353262616432353338373436323831626134313461646366666234222C22686F7572223A31332C226964223A2230316131636633632D633031612D373934392D386339652D336332373831373939366230222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A327D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A31363431363434363030302C226F70656E65645F6174223A22323032362D31312D31325430393A33353A32372E3438325A222C2270726576696F7573223A2266663264623331323630326237636233633863396633343436636264353539306466653934626333633863643334373733393637633562643561636638633438222C2273636F7265223A322C2273657175656E6365223A322C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A327D');
INSERT INTO "records" VALUES(6,X'01A1F78EE6E0798AB6B30FFCC85364F1',X'715A4D8937CEF908412A5D9DD2F3EC3B403D2D51A8C544BBDF8A4CA8F6EE59D8',2,1,1,1,9,0,20777,10,1795373791478,4,X'7B22626F6F74223A2232376431633139382D643062332D346464352D383539622D383338396462343262643665222C22636861696E223A2238386432313437352D333031352D343931652D386338622D623062633236346333613633222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D32305430363A30353A32362E3030305A222C22646179223A22323032362D31312D3230222C22646576696365223A2234326137613136642D623133622D383761322D626161392D313038383635303033303931222C2268617368223A2237313561346438393337636566393038343132613564396464326633656333623430336432643531613863353434626264663861346361386636656535396438222C22686F7572223A31302C226964223A2230316131663738652D653665302D373938612D623662332D306666636338353336346631222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A397D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A31373036303933343537302C226F70656E65645F6174223A22323032362D31312D32305430363A30353A30302E3030305A222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C2273636F7265223A392C2273657175656E6365223A312C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A327D');
INSERT INTO "records" VALUES(7,X'01A1F78A53007FC5B95C2FD3617B9F42',X'3F0CC1A7A26AD5AECC66BEF185E2AE1A92D27D386EBEF812AF4FEA7D3DC34938',2,2,1,NULL,NULL,0,20777,10,1795373791478,4,X'7B226163746976697479223A7B22636F6D706C65746564223A372C22636F72726563746564223A302C226C656674223A7B7D2C226D696E75746573223A35382C226D696E757465735F6F70656E223A36302C226D6F72655F74696D65223A302C226F70656E6564223A372C2273636F726564223A372C227761726E696E6773223A307D2C22626F6F74223A2232376431633139382D643062332D346464352D383539622D383338396462343262643665222C22636861696E223A2238386432313437352D333031352D343931652D386338622D623062633236346333613633222C22636C6F7365645F6174223A22323032362D31312D32305430363A30303A32362E3030305A222C22646179223A22323032362D31312D3230222C22646576696365223A2234326137613136642D623133622D383761322D626161392D313038383635303033303931222C2268617368223A2233663063633161376132366164356165636336366265663138356532616531613932643237643338366562656638313261663466656137643364633334393338222C22686F7572223A31302C226964223A2230316131663738612D353330302D376663352D623935632D326664333631376239663432222C226B696E64223A226163746976697479222C226D6F6E6F746F6E69635F6D73223A31373036303633343537302C226F70656E65645F6174223A22323032362D31312D32305430363A30303A30302E3030305A222C2270726576696F7573223A2237313561346438393337636566393038343132613564396464326633656333623430336432643531613863353434626264663861346361386636656535396438222C2273657175656E6365223A322C2273746F7265223A227331222C227574635F6F66667365745F6D696E75746573223A3234307D');
INSERT INTO "records" VALUES(8,X'01A1F7C141807DB89557F0F3ADC16ACD',X'CE471B8ECABD6BD48B2CFF5DCF331AF1F67BEBCAE749C35C4D793BDF2DD2DDA1',2,3,1,NULL,NULL,0,20777,11,1795373791478,4,X'7B226163746976697479223A7B22636F6D706C65746564223A332C22636F72726563746564223A302C226C656674223A7B7D2C226D696E75746573223A34302C226D696E757465735F6F70656E223A36302C226D6F72655F74696D65223A302C226F70656E6564223A332C2273636F726564223A332C227761726E696E6773223A307D2C22626F6F74223A2232376431633139382D643062332D346464352D383539622D383338396462343262643665222C22636861696E223A2238386432313437352D333031352D343931652D386338622D623062633236346333613633222C22636C6F7365645F6174223A22323032362D31312D32305430373A30303A32362E3030305A222C22646179223A22323032362D31312D3230222C22646576696365223A2234326137613136642D623133622D383761322D626161392D313038383635303033303931222C2268617368223A2263653437316238656361626436626434386232636666356463663333316166316636376265626361653734396333356334643739336264663264643264646131222C22686F7572223A31312C226964223A2230316131663763312D343138302D376462382D393535372D663066336164633136616364222C226B696E64223A226163746976697479222C226D6F6E6F746F6E69635F6D73223A31373036343233343537302C226F70656E65645F6174223A22323032362D31312D32305430373A30303A30302E3030305A222C2270726576696F7573223A2233663063633161376132366164356165636336366265663138356532616531613932643237643338366562656638313261663466656137643364633334393338222C2273657175656E6365223A332C2273746F7265223A227331222C227574635F6F66667365745F6D696E75746573223A3234307D');
INSERT INTO "records" VALUES(9,X'01A1F7DCB8C070F2B83093786F2DFAD3',X'A768C57589DC796DE740D48FB7237D56DCE2BF5603AC478D79AC21C9A85B354D',2,4,1,NULL,NULL,0,20777,11,1795373791478,4,X'7B226163746976697479223A7B22636F6D706C65746564223A312C22636F72726563746564223A302C226C656674223A7B7D2C226D696E75746573223A31302C226D696E757465735F6F70656E223A36302C226D6F72655F74696D65223A302C226F70656E6564223A312C2273636F726564223A312C227761726E696E6773223A307D2C22626F6F74223A2232376431633139382D643062332D346464352D383539622D383338396462343262643665222C22636861696E223A2238386432313437352D333031352D343931652D386338622D623062633236346333613633222C22636C6F7365645F6174223A22323032362D31312D32305430373A33303A32362E3030305A222C22646179223A22323032362D31312D3230222C22646576696365223A2234326137613136642D623133622D383761322D626161392D313038383635303033303931222C2268617368223A2261373638633537353839646337393664653734306434386662373233376435366463653262663536303361633437386437396163323163396138356233353464222C22686F7572223A31312C226964223A2230316131663764632D623863302D373066322D623833302D393337383666326466616433222C226B696E64223A226163746976697479222C226D6F6E6F746F6E69635F6D73223A31373036363033343537302C226F70656E65645F6174223A22323032362D31312D32305430373A33303A30302E3030305A222C2270726576696F7573223A2263653437316238656361626436626434386232636666356463663333316166316636376265626361653734396333356334643739336264663264643264646131222C2273657175656E6365223A342C2273746F7265223A227331222C227574635F6F66667365745F6D696E75746573223A3234307D');
INSERT INTO "records" VALUES(10,X'C5807FEAEB99838382A494CD866981FD',X'18E44FDED8764827C47E7EFD5D1798AE3FA7047F2783CEE0DCD44B73F839A26B',3,1,1,1,9,0,20777,14,1795398677990,0,X'7B22626F6F74223A2265663037613264302D393931622D383732332D396431362D326135373132326436396466222C22636861696E223A2230316132303631392D623564642D373135342D626133352D626534333961653861633030222C226368616E6E656C223A2274656C6570686F6E65222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D32305431303A30333A30352E3030305A222C22646179223A22323032362D31312D3230222C22646576696365223A2265663037613264302D393931622D383732332D396431362D326135373132326436396466222C2265787465726E616C5F6964223A226131222C2268617368223A2231386534346664656438373634383237633437653765666435643137393861653366613730343766323738336365653064636434346237336638333961323662222C22686F7572223A31342C226964223A2263353830376665612D656239392D383338332D383261342D393463643836363938316664222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A397D2C7B227175657374696F6E223A226C696B6564222C2274797065223A2263686F69636573222C2276616C7565223A5B227374616666222C22707269636573225D7D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A302C226F70656E65645F6174223A22323032362D31312D32305431303A30333A30352E3030305A222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C2273636F7265223A392C2273657175656E6365223A312C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A337D');
INSERT INTO "records" VALUES(11,X'5D79D114DCBD8D34A6EFDBA097F5F13B',X'754176D8EE96DD4FA27E4AC4BB2908D90FCD8E9959A8E96A440440DFED93362C',3,2,1,1,10,0,20777,14,1795398677990,0,X'7B22626F6F74223A2265663037613264302D393931622D383732332D396431362D326135373132326436396466222C22636861696E223A2230316132303631392D623564642D373135342D626133352D626534333961653861633030222C226368616E6E656C223A2274656C6570686F6E65222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D32305431303A31333A30352E3030305A222C22646179223A22323032362D31312D3230222C22646576696365223A2265663037613264302D393931622D383732332D396431362D326135373132326436396466222C2265787465726E616C5F6964223A226132222C2268617368223A2237353431373664386565393664643466613237653461633462623239303864393066636438653939353961386539366134343034343064666564393333363263222C22686F7572223A31342C226964223A2235643739643131342D646362642D386433342D613665662D646261303937663566313362222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A31307D2C7B227175657374696F6E223A226C696B6564222C2274797065223A2263686F69636573222C2276616C7565223A5B227374616666225D7D5D2C226B696E64223A22737572766579222C226C616E6775616765223A226661222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A302C226F70656E65645F6174223A22323032362D31312D32305431303A31333A30352E3030305A222C2270726576696F7573223A2231386534346664656438373634383237633437653765666435643137393861653366613730343766323738336365653064636434346237336638333961323662222C2273636F7265223A31302C2273657175656E6365223A322C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A337D');
INSERT INTO "records" VALUES(12,X'554167A33C72897AA187E23A43013823',X'BC2F718CB692F4D09025B0546586E4521A7542EA3D8DCD8CDDE6E81FE6D0C97F',3,3,1,1,3,0,20777,15,1795398677990,0,X'7B22626F6F74223A2265663037613264302D393931622D383732332D396431362D326135373132326436396466222C22636861696E223A2230316132303631392D623564642D373135342D626133352D626534333961653861633030222C226368616E6E656C223A2274656C6570686F6E65222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D32305431313A30333A30352E3030305A222C22646179223A22323032362D31312D3230222C22646576696365223A2265663037613264302D393931622D383732332D396431362D326135373132326436396466222C2265787465726E616C5F6964223A226133222C2268617368223A2262633266373138636236393266346430393032356230353436353836653435323161373534326561336438646364386364646536653831666536643063393766222C22686F7572223A31352C226964223A2235353431363761332D336337322D383937612D613138372D653233613433303133383233222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A337D2C7B227175657374696F6E223A22696D70726F7665222C2274797065223A2263686F69636573222C2276616C7565223A5B227175657565225D7D2C7B22646967657374223A2230326566343066663731346633306430323633366432653861373530393661633764626235356366656463636135356463636137393761653564353438663662222C227175657374696F6E223A22636F6D6D656E74222C2273616C74223A223632396430316238333839633332643064323136383066643065333738656437222C2274797065223A2274657874222C2276616C7565223A2254686520717565756520776173206C6F6E67227D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A302C226F70656E65645F6174223A22323032362D31312D32305431313A30333A30352E3030305A222C2270726576696F7573223A2237353431373664386565393664643466613237653461633462623239303864393066636438653939353961386539366134343034343064666564393333363263222C2273636F7265223A332C2273657175656E6365223A332C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227331222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A337D');
INSERT INTO "records" VALUES(13,X'D8F5991562C78260BD9ADE7CC721D2A8',X'97C973A9BA6F17A0D1CF3066AEB8578BAAC543AFE92A1530A94F43BFFF6E3A5C',4,1,3,1,8,0,20778,11,1795398678003,0,X'7B22626F6F74223A2234313537366535662D386165332D383266632D396237342D656133653831343066363635222C22636861696E223A2230316132303631392D623565622D376136342D623961322D373634323330636636393361222C226368616E6E656C223A2274656C6570686F6E65222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D32315431313A30333A30352E3030305A222C22646179223A22323032362D31312D3231222C22646576696365223A2234313537366535662D386165332D383266632D396237342D656133653831343066363635222C2265787465726E616C5F6964223A226134222C2268617368223A2239376339373361396261366631376130643163663330363661656238353738626161633534336166653932613135333061393466343362666666366533613563222C22686F7572223A31312C226964223A2264386635393931352D363263372D383236302D626439612D646537636337323164326138222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A387D2C7B227175657374696F6E223A22696D70726F7665222C2274797065223A2263686F69636573222C2276616C7565223A5B227175657565222C2273746F636B225D7D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A302C226F70656E65645F6174223A22323032362D31312D32315431313A30333A30352E3030305A222C2270726576696F7573223A2230303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030303030222C2273636F7265223A382C2273657175656E6365223A312C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227333222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A302C2276657273696F6E223A337D');
INSERT INTO "records" VALUES(14,X'5B34FABABB918709A8B14D8EE9167386',X'3E09AC46608CA725F43097420E571E447486876B7E2DEB2B0B6D1EF40AF5A72A',4,2,3,1,7,0,20778,12,1795398678003,0,X'7B22626F6F74223A2234313537366535662D386165332D383266632D396237342D656133653831343066363635222C22636861696E223A2230316132303631392D623565622D376136342D623961322D373634323330636636393361222C226368616E6E656C223A2274656C6570686F6E65222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D32315431323A30333A30352E3030305A222C22646179223A22323032362D31312D3231222C22646576696365223A2234313537366535662D386165332D383266632D396237342D656133653831343066363635222C2265787465726E616C5F6964223A226135222C2268617368223A2233653039616334363630386361373235663433303937343230653537316534343734383638373662376532646562326230623664316566343061663561373261222C22686F7572223A31322C226964223A2235623334666162612D626239312D383730392D613862312D346438656539313637333836222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A377D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A302C226F70656E65645F6174223A22323032362D31312D32315431323A30333A30352E3030305A222C2270726576696F7573223A2239376339373361396261366631376130643163663330363661656238353738626161633534336166653932613135333061393466343362666666366533613563222C2273636F7265223A372C2273657175656E6365223A322C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A227333222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A302C2276657273696F6E223A337D');
CREATE TABLE refused (
    key INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES devices,
    fingerprint TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    code TEXT NOT NULL,
    reason TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    canonical BLOB NOT NULL, chain INTEGER REFERENCES chains, sequence INTEGER, store INTEGER REFERENCES stores, day INTEGER, clock_error_ms INTEGER NOT NULL DEFAULT 0, left_fingerprint TEXT,
    UNIQUE (device, fingerprint)
) STRICT;
INSERT INTO "refused" VALUES(1,1,'70598a91df91991c7e331ae93e3edaafb9cfc9d945aa90b7680374cd7b5c28cc','01a1cf2f-eeda-7cdc-9bee-ac089a35f5ba','f928c3a1d11a1a8e91a683dce20dd500e553e641214ea603c8f5ae5f006547d1','store-unknown','The device has never belonged to the store "nowhere". Enrol it there, then it will be taken.',1795339707543,X'7B22626F6F74223A2233626331333834662D333966622D343937362D616562622D636138346337643933346538222C22636861696E223A2265633365396666372D363262362D346130632D613134312D353962323662646138363131222C22636865636B6C697374223A22636865636B6F75742D6E7073222C22636C6F7365645F6174223A22323032362D31312D31325430393A35363A35332E3438325A222C22646179223A22323032362D31312D3132222C22646576696365223A2233363065666238362D336664642D383663642D383533372D643066653934663439646635222C2268617368223A2266393238633361316431316131613865393161363833646365323064643530306535353365363431323134656136303363386635616535663030363534376431222C22686F7572223A31332C226964223A2230316131636632662D656564612D376364632D396265652D616330383961333566356261222C226974656D73223A5B7B227175657374696F6E223A227265636F6D6D656E64222C2274797065223A227363616C65222C2276616C7565223A387D5D2C226B696E64223A22737572766579222C226C616E6775616765223A22656E222C226D61726B73223A5B5D2C226D6F6E6F746F6E69635F6D73223A31363431373730363030302C226F70656E65645F6174223A22323032362D31312D31325430393A35363A32372E3438325A222C2270726576696F7573223A2238343466343634653065343537373434643031336262316437346366353633303334366136343733356439666433396132626639313363616464366262643662222C2273636F7265223A382C2273657175656E6365223A352C22736572696573223A223230323661222C227374617465223A22636F6D706C65746564222C2273746F7265223A226E6F7768657265222C22746F756368706F696E74223A22636865636B6F7574222C227574635F6F66667365745F6D696E75746573223A3234302C2276657273696F6E223A327D',1,5,NULL,20769,0,NULL);
CREATE TABLE regions (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    parent TEXT REFERENCES regions,
    added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "regions" VALUES('east','east',NULL,1795362184785);
INSERT INTO "regions" VALUES('frozen-seven','Frozen seven',NULL,1795398678062);
INSERT INTO "regions" VALUES('frozen-six','Frozen six',NULL,1795391332991);
INSERT INTO "regions" VALUES('north','north',NULL,1795339707370);
INSERT INTO "regions" VALUES('south','south',NULL,1795362181962);
CREATE TABLE retention (
    what TEXT PRIMARY KEY,
    days INTEGER NOT NULL
) STRICT;
CREATE TABLE sales (
    store INTEGER NOT NULL REFERENCES stores,
    day INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    touchpoint TEXT NOT NULL,
    sold INTEGER NOT NULL,
    set_at INTEGER NOT NULL,
    PRIMARY KEY (store, day, hour, touchpoint)
) STRICT, WITHOUT ROWID;
CREATE TABLE sealing_keys (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "sealing_keys" VALUES(1,'349b3cd2',X'CFF35BDBA4A32D2122688321E8CD605CFA357C146A70D1AD50CBE75A96C9C914',1795339707238);
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY,
    user INTEGER NOT NULL REFERENCES users,
    csrf TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
INSERT INTO "sessions" VALUES('9de1a5d7e1365bc1ed9e43b35c13c6a051585ddefdf18991a6db1f28445b429e',3,'mIjjPpn-rZDrUMJTCnKvPWMcHIjt4dMzOMWXkY7mPPk',1795405386237);
CREATE TABLE settings (
    store TEXT NOT NULL,
    key TEXT NOT NULL,
    json TEXT NOT NULL,
    set_at INTEGER NOT NULL, staged INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (store, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "settings" VALUES('','low_reach','true',1795339707479,0);
INSERT INTO "settings" VALUES('s2','language','"fa"',1795373791497,0);
INSERT INTO "settings" VALUES('s2','low_reach','true',1795384073983,1);
CREATE TABLE stores (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region TEXT NOT NULL,
    timezone TEXT NOT NULL,
    added_at INTEGER NOT NULL,
    version INTEGER NOT NULL DEFAULT 0,
    last_answer INTEGER
, target_nps INTEGER) STRICT;
INSERT INTO "stores" VALUES(1,'s1','Central','north','Asia/Dubai',1795339707370,8,1795172585000,NULL);
INSERT INTO "stores" VALUES(2,'s2','Station','','UTC',1795339707417,0,NULL,NULL);
INSERT INTO "stores" VALUES(3,'s3','Garden','south','UTC',1795362181962,2,1795262585000,NULL);
CREATE TABLE touchpoints (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    weight INTEGER,
    place INTEGER NOT NULL
) STRICT;
CREATE TABLE trait_counts (
    store INTEGER NOT NULL,
    day INTEGER NOT NULL,
    measure INTEGER NOT NULL,
    marked INTEGER NOT NULL,
    trait INTEGER NOT NULL,
    detractors INTEGER NOT NULL,
    passives INTEGER NOT NULL,
    nines INTEGER NOT NULL,
    tens INTEGER NOT NULL,
    PRIMARY KEY (store, day, measure, marked, trait)
) STRICT, WITHOUT ROWID;
INSERT INTO "trait_counts" VALUES(1,20769,1,0,1,1,0,1,0);
INSERT INTO "trait_counts" VALUES(1,20769,1,1,1,2,0,0,0);
INSERT INTO "trait_counts" VALUES(1,20777,1,0,1,1,0,2,1);
INSERT INTO "trait_counts" VALUES(1,20777,1,0,2,0,0,1,1);
INSERT INTO "trait_counts" VALUES(1,20777,1,0,3,0,0,1,0);
INSERT INTO "trait_counts" VALUES(1,20777,1,0,4,0,0,1,1);
INSERT INTO "trait_counts" VALUES(1,20777,1,0,5,1,0,0,0);
INSERT INTO "trait_counts" VALUES(1,20777,1,0,6,1,0,0,0);
INSERT INTO "trait_counts" VALUES(1,20777,1,0,7,1,0,0,0);
INSERT INTO "trait_counts" VALUES(3,20778,1,0,1,0,2,0,0);
INSERT INTO "trait_counts" VALUES(3,20778,1,0,6,0,1,0,0);
INSERT INTO "trait_counts" VALUES(3,20778,1,0,7,0,1,0,0);
INSERT INTO "trait_counts" VALUES(3,20778,1,0,8,0,1,0,0);
CREATE TABLE traits (
    key INTEGER PRIMARY KEY,
    question TEXT NOT NULL,
    code TEXT NOT NULL,
    UNIQUE (question, code)
) STRICT;
INSERT INTO "traits" VALUES(1,'','completed');
INSERT INTO "traits" VALUES(2,'liked','');
INSERT INTO "traits" VALUES(3,'liked','prices');
INSERT INTO "traits" VALUES(4,'liked','staff');
INSERT INTO "traits" VALUES(5,'','comment');
INSERT INTO "traits" VALUES(6,'improve','');
INSERT INTO "traits" VALUES(7,'improve','queue');
INSERT INTO "traits" VALUES(8,'improve','stock');
CREATE TABLE user_regions (
    user INTEGER NOT NULL REFERENCES users,
    region TEXT NOT NULL REFERENCES regions,
    PRIMARY KEY (user, region)
) STRICT, WITHOUT ROWID;
INSERT INTO "user_regions" VALUES(2,'north');
INSERT INTO "user_regions" VALUES(3,'north');
INSERT INTO "user_regions" VALUES(8,'east');
CREATE TABLE user_stores (
    user INTEGER NOT NULL REFERENCES users,
    store INTEGER NOT NULL REFERENCES stores,
    PRIMARY KEY (user, store)
) STRICT, WITHOUT ROWID;
INSERT INTO "user_stores" VALUES(5,1);
INSERT INTO "user_stores" VALUES(6,1);
CREATE TABLE users (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    added_at INTEGER NOT NULL
, everywhere INTEGER NOT NULL DEFAULT 0, may_export INTEGER NOT NULL DEFAULT 0, disabled INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "users" VALUES(1,'boss','admin','$argon2id$v=19$m=65536,t=2,p=1$Ieb967VLFdPHoPyLhhvFXg$2ABIAX8/FiG23WqDj6BGQ7wL0bEKwzRFROpO9zNk3TU',1795362182378,1,1,0);
INSERT INTO "users" VALUES(2,'bound','regional','$argon2id$v=19$m=65536,t=2,p=1$DOikw3EQQq9103MG+dlL2A$7GcT2nRUzEF3V2WB8Gtl6ky9IZDEqgmPwp8Nx5h5SEE',1795362182648,0,1,0);
INSERT INTO "users" VALUES(3,'regina','regional','$argon2id$v=19$m=65536,t=2,p=1$VBwCfpaRiH/JVR39eA+Sew$1dWQu/HL8rHl2I6oyS/TUujPT8iNCC0eltuKCu3TZgQ',1795362183000,0,1,0);
INSERT INTO "users" VALUES(4,'wide','regional','$argon2id$v=19$m=65536,t=2,p=1$DX/P6v/+UJyVEA+Vnz73IA$tb0w4F1l6rWfLhBI2TSmT1CH4RDcsd7cxw1QNKKeTvI',1795362183500,1,1,0);
INSERT INTO "users" VALUES(5,'mani','manager','$argon2id$v=19$m=65536,t=2,p=1$mFotlkc9GbawUhEDZj6mgw$1Rqd18DKmn2NWacs9M0GwhRNdGEbnO+Xzl5z/g2QmLk',1795362183778,0,0,0);
INSERT INTO "users" VALUES(6,'inner','viewer','$argon2id$v=19$m=65536,t=2,p=1$sptm0zTASqISnzfSunmURQ$aHNNMzQL/CHvjDcwF+7/G58pChX426OrG4U9ml3HQkY',1795362184113,0,0,0);
INSERT INTO "users" VALUES(7,'outer','viewer','$argon2id$v=19$m=65536,t=2,p=1$c4SuZsbdMtF/VHOsCZuajg$qcJNMu0KqrTqt/vJQDpRhZyDzQKwNN884/9GTuGelso',1795362184428,0,0,0);
INSERT INTO "users" VALUES(8,'gone','viewer','$argon2id$v=19$m=65536,t=2,p=1$ja5SkGHMBWwLTp8XlgI9BQ$9Yi1P5t2ThjTOpHuwntuAKEw133iKtzPfpXPP3b8lYk',1795362184785,0,0,0);
CREATE VIRTUAL TABLE comment_index USING fts5(
    folded, content = 'comments', content_rowid = 'number', tokenize = 'ascii',
    detail = none, columnsize = 0);
INSERT INTO comment_index (comment_index) VALUES ('rebuild');
CREATE INDEX conflicts_by_place ON conflicts (chain, sequence);
CREATE INDEX ledger_days_by_store ON ledger_days (store, chain);
CREATE INDEX records_by_place ON records (chain, sequence);
CREATE INDEX refused_by_id ON refused (id, hash);
CREATE INDEX refused_by_place ON refused (chain, sequence);
CREATE INDEX regions_by_parent ON regions (parent);
CREATE UNIQUE INDEX devices_by_next_token ON devices (next_token_hash);
CREATE INDEX devices_by_till ON devices (till);
CREATE UNIQUE INDEX devices_by_replaced ON devices (replaces);
CREATE INDEX publication_log_by_subject ON publication_log (kind, subject, number);
CREATE INDEX publication_places_by_place ON publication_places (place, publication);
CREATE INDEX personal_by_erasure ON personal (erasure);
CREATE INDEX personal_by_day ON personal (day);
CREATE INDEX erasures_by_device ON erasures (device, told);
CREATE INDEX comments_by_day ON comments (day, part, shuffle);
CREATE INDEX comments_by_store ON comments (store, day, part, shuffle);
CREATE INDEX records_by_mark ON records (store, day) WHERE marked = 1;
CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
    WHEN new.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
CREATE TRIGGER comment_leaves_index AFTER DELETE ON comments
    BEGIN INSERT INTO comment_index (comment_index, rowid, folded)
        VALUES ('delete', old.number, old.folded); END;
