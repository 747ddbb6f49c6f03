"""Own-written texts with the identifying details that they hold; (sub, quote) pairs.

HITS give exact quotes; MORE_HITS the heart of each detail (a longer or shorter quote counts
when one holds the other). All of them are stories. CLEAN, MORE_CLEAN and CLEAN_REPLIES are
general texts full of traps, in which nothing may be found.
"""

from __future__ import annotations

HITS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Mrs Murphy had her TAVI this morning and is doing well.",
        (("name", "Mrs Murphy"),),
    ),
    (
        "A 54-year-old teacher from Riverside came to my clinic with chest pain.",
        (("combination", "A 54-year-old teacher from Riverside"),),
    ),
    (
        "I saw John Murphy, 54, in clinic today. His ECG showed an old infarct.",
        (("name", "John Murphy"),),
    ),
    (
        "My patient Siobhán was told for years that it was anxiety. She had SCAD.",
        (("name", "Siobhán"),),
    ),
    (
        "We admitted her on 12 March 2024 with a STEMI and she went home on 15/03/2024.",
        (
            ("date", "12 March 2024"),
            ("date", "15/03/2024"),
        ),
    ),
    (
        "A 94-year-old woman walked into my clinic last week and asked about her valve.",
        (("age_over_89", "A 94-year-old woman"),),
    ),
    (
        "My patient (MRN 4471902) had a pacemaker, serial number PJN428810H, put in yesterday.",
        (
            ("record_number", "4471902"),
            ("serial", "PJN428810H"),
        ),
    ),
    (
        "Her NHS number is 943 476 5919 and she came to our ED with chest pain last night.",
        (("record_number", "943 476 5919"),),
    ),
    (
        "His daughter Aoife told me he had collapsed at mass. We got him back.",
        (("name", "Aoife"),),
    ),
    (
        "Our patient lives at 14 Orchard Lane and was found by his neighbour last night.",
        (("place", "14 Orchard Lane"),),
    ),
    (
        "If you want to send the lady I treated a card, call her daughter on 087 123 4567.",
        (("relative", "her daughter"), ("phone", "087 123 4567")),
    ),
    (
        "My patient wrote to me yesterday from mary.byrne62@gmail.com to say she is well.",
        (("email", "mary.byrne62@gmail.com"),),
    ),
    (
        "She was the first woman in Ireland to receive this valve. We implanted it on Tuesday.",
        (
            ("rare_event", "the first woman in Ireland to receive"),
            ("date", "Tuesday"),
        ),
    ),
    (
        "Last night we treated the mother of triplets for a dissection. She is doing well.",
        (("relative", "mother of triplets"),),
    ),
    (
        "I treated a man last week whose wife is a Garda in the next parish. He told me so.",
        (("relative", "wife is a Garda"),),
    ),
    (
        "Priya Venkatesh came to see me last week. Her echo was normal.",
        (("name", "Priya Venkatesh"),),
    ),
    (
        "Chukwuemeka told me he had walked ten miles to our clinic yesterday.",
        (("name", "Chukwuemeka"),),
    ),
    (
        "Patient J.M., 61, was shocked three times last night.",
        (("name", "J.M."),),
    ),
    (
        'My patient Patrick "Paddy" Kelly was discharged home yesterday.',
        (("name", 'Patrick "Paddy" Kelly'),),
    ),
    (
        "Nguyen Thi Lan thanked me after her bypass last month. She walked out of our ward.",
        (("name", "Nguyen Thi Lan"),),
    ),
    (
        "The gentleman we stented yesterday drove himself in. His plate was 191-G-4821.",
        (("serial", "191-G-4821"),),
    ),
    (
        "I met my patient's husband Tomasz in the corridor last night.",
        (("name", "Tomasz"),),
    ),
    (
        "Ihre Nummer A123456780 stand im Arztbrief. My patient told me yesterday.",
        (("record_number", "A123456780"),),
    ),
    (
        "My patient from Ballinasloe told me she had stopped her tablets.",
        (("place", "Ballinasloe"),),
    ),
    (
        "We treated the local priest last night. He asked me to keep it quiet.",
        (("occupation", "local priest"),),
    ),
    (
        "Bless her: **Margaret**, 71, walked out of our ward this morning.",
        (("name", "Margaret"),),
    ),
    (
        "He collapsed during the Dublin Marathon and we stented him an hour later.",
        (("rare_event", "during the Dublin Marathon"),),
    ),
    (
        "A patient of mine, a bus driver from Leeds, had a cardiac arrest last week.",
        (("combination", "a bus driver from Leeds"),),
    ),
    (
        "My patient, Eircode H91 E2K3, was brought in by helicopter last night.",
        (("place", "H91 E2K3"),),
    ),
    (
        "Her Aadhaar 2345 6789 0124 was in the picture. She was admitted to our ward today.",
        (("record_number", "2345 6789 0124"),),
    ),
    (
        "My patient shared her story on her page, https://www.gofundme.com/f/help-niamh-walk.",
        (("url", "https://www.gofundme.com/f/help-niamh-walk"),),
    ),
    (
        "So proud of my patient @niamh_runs99 who finished her rehab yesterday.",
        (("handle", "@niamh_runs99"),),
    ),
    (
        "We traced the log of his pacemaker to 192.168.14.7. The man came in last night.",
        (("ip", "192.168.14.7"),),
    ),
)

MORE_HITS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Saw a 38 yo postman from Tralee in A&E last night, massive anterior STEMI.",
        (("combination", "a 38 yo postman from Tralee"),),
    ),
    (
        "Yesterday I told Mr. Patel that his arteries were clear.",
        (("name", "Mr. Patel"),),
    ),
    (
        "Eilish O'Donoghue rang me this morning to say she finished her first 5k after her bypass.",
        (("name", "Eilish O'Donoghue"),),
    ),
    (
        (
            "So happy for Gerry, who got his ICD last month and is back coaching the under-12s in "
            "Athenry."
        ),
        (
            ("name", "Gerry"),
            ("place", "Athenry"),
        ),
    ),
    (
        "Remember Dave? He came to see me on 3rd March with palpitations.",
        (
            ("name", "Dave"),
            ("date", "3rd March"),
        ),
    ),
    (
        "My patient, a retired headteacher from Kilkenny, wrote me a card.",
        (("combination", "a retired headteacher from Kilkenny"),),
    ),
    (
        "We had a 97 year old gentleman today for TAVI. He told me he fought in Korea.",
        (("age_over_89", "97 year old"),),
    ),
    (
        "Her 95th birthday was last week and she came to clinic in heels.",
        (("age_over_89", "Her 95th birthday"),),
    ),
    (
        "He was born on 4/7/1951 and we stented his LAD last Friday.",
        (
            ("date", "4/7/1951"),
            ("date", "last Friday"),
        ),
    ),
    (
        "On 2023-11-05 our patient was transferred from Sligo to our lab.",
        (
            ("date", "2023-11-05"),
            ("place", "Sligo"),
        ),
    ),
    (
        "Frau Schneider, 72, kam. We ablated her yesterday in our lab.",
        (("name", "Frau Schneider"),),
    ),
    (
        (
            "I will never forget little Amara, who was born with half a heart. She started school "
            "today."
        ),
        (("name", "Amara"),),
    ),
    (
        (
            "The patient in bed 7, Kwabena, asked me whether he could still dance at his "
            "daughter's wedding."
        ),
        (("name", "Kwabena"),),
    ),
    (
        "Her SSN 219-09-9999 was on the form she showed me.",
        (("record_number", "219-09-9999"),),
    ),
    (
        "Medicare number 2123 45670 1 was visible on the card my patient held up.",
        (("record_number", "2123 45670 1"),),
    ),
    (
        "MBI 1EG4-TE5-MK73. Patient admitted to our unit last night.",
        (("record_number", "1EG4-TE5-MK73"),),
    ),
    (
        "Hospital number: H0034567. She was discharged home yesterday.",
        (("record_number", "H0034567"),),
    ),
    (
        "His device (S/N RPA603221S) fired twice last night and he drove himself in.",
        (("serial", "RPA603221S"),),
    ),
    (
        (
            "You can reach his wife on +44 7700 900123 if you want to help. He was admitted last "
            "night."
        ),
        (("phone", "+44 7700 900123"),),
    ),
    (
        "She lives on Harold's Cross Road and walked to our clinic yesterday.",
        (("place", "Harold's Cross Road"),),
    ),
    (
        "My patient lives in SW1A 2AA and told me he walks every day.",
        (("place", "SW1A 2AA"),),
    ),
    (
        "He drove from Toowoomba, QLD 4350 to see me last week.",
        (("place", "Toowoomba"),),
    ),
    (
        "A woman from a village near Mysuru came to see me last week with breathlessness.",
        (("place", "Mysuru"),),
    ),
    (
        "Thank you to the family of Brendan Walsh, whom we lost last week. He was a gentleman.",
        (("name", "Brendan Walsh"),),
    ),
    (
        "One of my patients, Lakshmi, walked 10,000 steps yesterday after her valve surgery.",
        (("name", "Lakshmi"),),
    ),
    (
        "Our patient is the only person in Wales with this mutation. He asked me not to worry.",
        (("rare_event", "the only person in Wales"),),
    ),
    (
        (
            "You may have read about her in the Examiner: she survived 40 minutes of CPR and "
            "walked out of our ward."
        ),
        (("rare_event", "You may have read about her"),),
    ),
    (
        "A mum of four came in with chest pain yesterday. Her name is Grace and she is 36.",
        (("name", "Grace"),),
    ),
    (
        (
            "A farmer from County Clare ignored his chest pain for three days. He lost half of his "
            "heart muscle."
        ),
        (("combination", "A farmer from County Clare"),),
    ),
    (
        "Zofia asked me if she could fly after her heart attack. I met her in clinic on Monday.",
        (
            ("name", "Zofia"),
            ("date", "Monday"),
        ),
    ),
    (
        "Baby Noah had his switch operation yesterday and is doing well.",
        (("name", "Baby Noah"),),
    ),
    (
        "Declan (58) collapsed at his daughter's wedding. We got him back after three shocks.",
        (("name", "Declan"),),
    ),
    (
        "Min-jun Park, a 29-year-old violinist, came to my clinic with syncope.",
        (("name", "Min-jun Park"),),
    ),
    (
        "The mayor of Athlone came in last night with chest pain and we put in two stents.",
        (("combination", "The mayor of Athlone"),),
    ),
    (
        "My patient Ahmed bin Rashid al-Farsi thanked us with dates from home.",
        (("name", "Ahmed bin Rashid al-Farsi"),),
    ),
    (
        (
            "A 45 year old software engineer from Pune collapsed at his desk last Thursday. His "
            "colleagues did CPR and he walked home ten days later."
        ),
        (
            ("combination", "A 45 year old software engineer from Pune"),
            ("date", "last Thursday"),
        ),
    ),
    (
        (
            "Spent the night with a young father from Dundalk. We could not save him. His wife "
            "Orla held his hand."
        ),
        (
            ("place", "Dundalk"),
            ("name", "Orla"),
        ),
    ),
    (
        "Thrilled that Bob (82) from Broken Hill is home after his valve!",
        (
            ("name", "Bob"),
            ("place", "Broken Hill"),
        ),
    ),
    (
        "To the lady in the red coat I treated at Croke Park on Sunday: I hope you are well.",
        (("date", "Sunday"),),
    ),
    (
        "My first patient today was Mr O'Shea. He has known me since I was a registrar.",
        (("name", "Mr O'Shea"),),
    ),
    (
        "Today a 103-year-old told me her secret: porridge and gossip.",
        (("age_over_89", "103-year-old"),),
    ),
    (
        "DOB 04/11/1948, admitted 2 Jan. Patient had a VT storm overnight.",
        (
            ("date", "04/11/1948"),
            ("date", "2 Jan"),
        ),
    ),
    (
        "I asked Keiko what mattered to her. She said: my garden. We did not operate.",
        (("name", "Keiko"),),
    ),
    (
        "Our patient, Sister Bernadette, aged 91, sang for the whole ward last night.",
        (
            ("name", "Bernadette"),
            ("age_over_89", "91"),
        ),
    ),
    (
        (
            "Meet Jamal! He got a new heart in June and started university this week. I was on his "
            "team."
        ),
        (("name", "Jamal"),),
    ),
    (
        "Mein Patient, Herr Klaus Weber, wurde gestern entlassen. He told me he will cycle to Ulm.",
        (("name", "Herr Klaus Weber"),),
    ),
    (
        "The boy we operated on last year sent me a drawing. He signs as Leo K., age 7.",
        (("name", "Leo K."),),
    ),
    (
        "His ICD, serial no. BLG123987H, delivered seven shocks while he was out fishing.",
        (("serial", "BLG123987H"),),
    ),
    (
        "He sold his car, reg 12-KY-3391, to pay for the trip to our clinic last week.",
        (("serial", "12-KY-3391"),),
    ),
    (
        "Text his sister on 07911 123456 for the funeral times. He died in our unit yesterday.",
        (("phone", "07911 123456"),),
    ),
    (
        "She lives at 221B Baker Street, NW1 6XE, and walked to my clinic yesterday.",
        (
            ("place", "221B Baker Street"),
            ("place", "NW1 6XE"),
        ),
    ),
    (
        "We had a former county hurler in resus last night. He survived.",
        (("occupation", "former county hurler"),),
    ),
    (
        (
            "She is one of only 12 people in the world with this mutation and she came to my "
            "clinic on Monday."
        ),
        (
            ("rare_event", "one of only 12 people in the world"),
            ("date", "Monday"),
        ),
    ),
    (
        (
            "He made the local news when he collapsed at half-time of the county final. I put in "
            "his stent."
        ),
        (
            ("rare_event", "made the local news"),
            ("rare_event", "at half-time of the county final"),
        ),
    ),
    (
        "My patient Mrs. K. P. Iyer, UHID 88-104422, flew home to Kochi yesterday.",
        (
            ("name", "Mrs. K. P. Iyer"),
            ("record_number", "88-104422"),
            ("place", "Kochi"),
        ),
    ),
    (
        (
            "A 16-year-old footballer from Moose Jaw, SK arrested in training. His coach did CPR. "
            "I met him in clinic today."
        ),
        (("combination", "A 16-year-old footballer from Moose Jaw"),),
    ),
    (
        "Saoirse's mother rang the ward to thank us last night. Saoirse is home.",
        (("name", "Saoirse"),),
    ),
    (
        "Here is @kevin_ticker, my patient of ten years, on his new bike!",
        (("handle", "@kevin_ticker"),),
    ),
    (
        "Patient email: declan.burke@outlook.ie. He asked me to post his story.",
        (("email", "declan.burke@outlook.ie"),),
    ),
    (
        "She was admitted on the 5th of November 2025 and discharged on 11/9/2025.",
        (
            ("date", "5th of November 2025"),
            ("date", "11/9/2025"),
        ),
    ),
    (
        (
            "My neighbour's son had a syncope. I told them to come in. ECG: Brugada. He is 19 and "
            "his name is Ruairí."
        ),
        (("name", "Ruairí"),),
    ),
    (
        (
            "Old Mr Fitz, the only blacksmith left in Ardara, drove himself in with his STEMI last "
            "night."
        ),
        (("name", "Mr Fitz"),),
    ),
)

CLEAN: tuple[str, ...] = (
    "High blood pressure rarely has symptoms. Have it checked once a year.",
    "Smith et al., 2023 found that walking 7,000 steps a day was linked with lower mortality.",
    "Marfan syndrome and Brugada syndrome can run in families. Ask about a family history.",
    "A Holter monitor records your rhythm for 24 hours; a Doppler ultrasound shows blood flow.",
    "Wolff-Parkinson-White is caused by an extra pathway. Starr-Edwards valves are now rare.",
    "The Framingham Heart Study began in 1948 in Massachusetts.",
    "St Vincent's Hospital in Dublin and the Cleveland Clinic took part in the trial.",
    "In 2024, adults over 90 were included for the first time.",
    "Patients aged 65 and over should have their pulse checked.",
    "Join our webinar on 29 September 2026, World Heart Day. Registration is free.",
    "Call 999 or 112 at once. Samaritans are on 116 123.",
    "Book an appointment with our clinic on 01 555 0123 or at hello@heartclinic.example.",
    "Dr Jane Smith and Professor Tom Kelly will speak about heart failure in Chicago.",
    "Footballer Christian Eriksen had a cardiac arrest on the pitch. CPR saved him.",
    "In 1929 Werner Forssmann passed a catheter into his own heart in Eberswalde.",
    "Women often have other symptoms than men: nausea, back pain, tiredness.",
    "May is blood pressure month. April showers are no reason to skip your walk!",
    "Entresto, Eliquis and Xarelto are brand names. Ask your pharmacist for the generic name.",
    "United States guidelines and European guidelines differ a little here.",
    (
        "Physical Activity: 150 minutes a week. Heart Attack: know the signs. Diagnostic Tests: "
        "ask why."
    ),
    "According to Braunwald, inhibition of the renin system changed heart failure care.",
    "A 60-year-old man who smokes doubles his risk. Stopping helps at any age.",
    "Imagine a 54-year-old teacher from Leeds with chest pain. What should she do first?",
    "ClinicalTrials.gov NCT01234567 compared two doses. doi:10.1056/NEJMoa1908655",
    "Read more at https://www.nhs.uk/conditions/atrial-fibrillation/ and https://www.heart.org.",
    "I was at the congress in Barcelona last week and heard three trials about lipids.",
    "The first hospital in Ireland to offer the new valve opened its doors in 2021.",
    "Thanks to @escardio and @American_Heart for the slides.",
    "Virchow's triad, Kussmaul's sign and Simpson's rule are all on the exam.",
    "Grace period over: the new rules apply in March. Mark the date.",
    "Jennifer Lopez and Tom Hanks have both spoken about heart health in public.",
    "Kumar and colleagues (2022) studied salt in Kerala. Patel, Shah & Rao reported the same.",
    "Happy St Patrick's Day! Go easy on the salt and the stout.",
    "If a person collapses in front of you, call for help and start CPR.",
    "Our patients deserve clear words. Here is how to read a food label.",
    "Version 2.10.4.1 of the app fixes the alarm. Update it today.",
    "My name is Anna Weber and I am a cardiologist in Galway. I write about hearts.",
    "Blood pressure of 120/80 is fine for most. At 180/120 or more, seek help at once.",
    "The PARADIGM-HF, DAPA-HF and EMPEROR trials changed how we treat heart failure.",
    "Nurses Mary and Tom ran our stall at the Bloom festival. Well done, team!",
)

MORE_CLEAN: tuple[str, ...] = (
    "Dr. Patel's clinic is moving. Call reception on 020 7946 0958 to book.",
    "Professor Eugene Braunwald taught generations of cardiologists in Boston.",
    "In Wales, the Bevan Commission wrote about value in care.",
    "Will statins hurt my muscles? Hope is not a plan: here are the numbers from 2022.",
    "Mark your calendar: 14 February is not only for roses.",
    "The Bruce protocol, the Duke treadmill score and the Killip class are old friends.",
    "Raynaud's phenomenon, Takotsubo syndrome and Kawasaki disease explained.",
    "We thank Amgen, Novartis and Bayer for nothing: this page has no sponsors.",
    "Rosemary, Basil and Sage can replace salt in your kitchen.",
    "A mother of two can still find time to walk: start with 10 minutes.",
    "The King's Fund, the Mayo Clinic and Johns Hopkins publish good guides.",
    (
        "Olive oil, beans and fish: the Mediterranean way of eating, as people in Crete did in the "
        "1960s."
    ),
    "If your father had a heart attack before 55 or your mother before 65, tell your doctor.",
    "My grandmother cooked with too much salt. She lived in Kerry and swam every day.",
    "Women aged 40 to 74 can have a free NHS Health Check every five years.",
    "Adults over 65, pregnant women and people with diabetes can get a free flu vaccine.",
    "On Monday I will answer your questions live at 19:00 Irish time.",
    "As a cardiologist in Galway I see many people who worry about palpitations.",
    "Apple Watch, Fitbit and Garmin can all record an ECG or a pulse.",
    "George Washington's doctors bled him in 1799. Medicine has moved on.",
    "Queen Elizabeth Hospital, St James's Hospital and the Mater run heart valve clinics.",
    "Jane Austen wrote of nerves and palpitations long before the ECG.",
    "Our registrar Sarah presented her poster in Vienna. So proud of the team!",
    "Call the British Heart Foundation helpline on 0300 330 3311.",
    "Version 3.2.1.0 is out. The lot number is printed on the box of your monitor.",
    "Chest pain is the most common reason why a 60-year-old man calls an ambulance.",
    "The first heart transplant was done by Christiaan Barnard in Cape Town in 1967.",
    "Meet Anna, our new cardiac nurse. She joins us on 1 October from Leeds.",
    "James Lind, a Scottish surgeon, ran one of the first trials in 1747.",
    "A person with a pacemaker can use a microwave. Phones should be kept 15 cm away.",
    "In Germany, 112 is the emergency number; in Australia it is 000.",
    "Patients told us what matters: time, clear words and a number to call.",
    "She is not a small man: why women's hearts need their own trials.",
    "He who has health has hope. An old proverb for a new year.",
    "Your mother was right: eat your greens.",
    "Tom Dwyer, MD, and Lisa Chang, PhD, share their slides from the AHA in Philadelphia.",
    "Paris 2024 showed that even athletes need a plan for cardiac arrest.",
    "The Lancet published a study by Zhang et al in China with 512,000 adults.",
    "A Mediterranean diet lowered events in PREDIMED (Estruch, 2018).",
    "Reply STOP to 84433. Terms apply.",
    "I finished the Dublin Marathon in 4:12 and my legs hate me today.",
    "World Hypertension Day is on 17 May. Check your blood pressure in Boots or at your GP.",
    "An 80-year-old can benefit from exercise as much as a 50-year-old.",
    "Stent or bypass? A patient with three-vessel disease may do better with surgery.",
    "When a 70-year-old comes to the ED with syncope, think about the valve.",
    "Happy birthday to the ECG! Willem Einthoven built it in Leiden.",
    "Amiodarone, Digoxin and Warfarin need blood tests. Ask which ones.",
    "Sepsis, Stroke, STEMI: time matters in all three.",
    "Ireland, Scotland and Finland once had the highest rates of heart disease.",
    "Black, South Asian and Hispanic people face higher risk of high blood pressure.",
    "Dr Nneka Okafor and I wrote about peripartum cardiomyopathy. Link below.",
    "Cardiac rehab works: in Leeds, Perth and Toronto, programmes cut readmissions.",
    "In 1628 William Harvey described the circulation. In 1816 Laennec rolled up a sheet of paper.",
    "Every 40 seconds someone in the US has a heart attack, says the CDC.",
    "Serena Williams has told how she asked for a scan after childbirth. Listen to women.",
    "Bernie Sanders had two stents in 2019 and went back to work.",
    "Happy Nurses Day to Maria, Joyce and the whole cath lab crew!",
    "The Mary Lyon Centre and the Crick Institute share mouse data.",
    "A Jarvik-7 kept Barney Clark alive for 112 days in 1982.",
    "Damar Hamlin's collapse taught a nation what an AED is.",
    "John Hopkins? It's Johns Hopkins. One letter matters, as in an ECG.",
    "When my daughter was born, I learned what fear feels like. She is fine.",
    "Angela Merkel, Joe Biden and King Charles III have all opened hospitals.",
    "Most people with AFib can drive. Ask your doctor and check the rules in your state.",
    "Meet the team: Aoife, Declan and Priya answer the phone from 9 to 5.",
    "Sheila from reception reminds you: bring your tablets list.",
    "New paper by O'Brien J, Murphy K, Patel S. Eur Heart J 2024;45:1234-1245.",
    "What is the Ross procedure? Named after Donald Ross, it swaps valves.",
    "Jack and Jill went up the hill; their heart rates went up too.",
    "The Joint British Societies, the Irish Heart Foundation and Croí in Galway agree.",
    "Exercise like a Kenyan: run easy, run often. Eliud Kipchoge does.",
    "In August 2026 the ESC will publish new guidelines in Munich.",
    "At 6 a.m. on Saturday I will run the Cork City Marathon for the Irish Heart Foundation.",
    "Our clinic: 12 Merrion Square, Dublin 2, D02 XY45. Parking at the back.",
    "Email us at info@heartclinic.ie or call 01 234 5678 to book.",
    "Ozempic, Wegovy and Mounjaro: three names, two drugs.",
    "Between 2010 and 2020, deaths fell by 20 % in England and Wales.",
    "A healthy 90-year-old can still benefit from treating blood pressure (HYVET).",
    "Ask Dr Grace: will my pacemaker set off the airport alarm?",
    "Martin Luther King Jr. Day: we talk about gaps in heart care for Black Americans.",
    "Charlie Chaplin, Beethoven and the heart in art: a thread.",
    "The Lown Institute, named for Bernard Lown, ranks hospitals.",
    "Thanks to Prof Anna Nowak from Warsaw for her lovely talk yesterday.",
    "As my mentor Tom used to say: listen to the patient, he is telling you the diagnosis.",
    "Chest pain in a 30-year-old woman is often missed. Think SCAD.",
    "An 85-year-old with severe aortic stenosis may choose TAVI.",
    "I was on call last night. It was quiet. I read about amyloid.",
    "We saw more heart attacks in winter, the registry says.",
    "He is the father of modern cardiology, they say of Paul Dudley White.",
    "May Day, Labor Day, Bastille Day: hydrate.",
    "Yesterday the FDA approved a new device. It was tested in 300 people.",
    "The patient has the right to refuse. The doctor has the duty to explain.",
    "Simon says: stand up. Sitting all day harms your heart.",
)

CLEAN_REPLIES: tuple[str, ...] = (
    (
        "Thank you for your feedback. Privacy rules mean we can't discuss care here. Please call "
        "the practice on 020 7946 0958."
    ),
    "Great question! Most people can fly four weeks after a heart attack, but ask your own doctor.",
    "I can't advise on your own care here. Please contact your own doctor or clinic.",
    "Thanks! Glad the post helped.",
)
