"""Own-written texts with the identifying details that they hold; (sub, quote) pairs.

HITS are stories; CLEAN are general texts full of traps, in which nothing may be found.
"""

from __future__ import annotations

HITS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    ("Mrs Murphy had her TAVI this morning and is doing well.", (("name", "Mrs Murphy"),)),
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
        (("date", "12 March 2024"), ("date", "15/03/2024")),
    ),
    (
        "A 94-year-old woman walked into my clinic last week and asked about her valve.",
        (("age_over_89", "A 94-year-old woman"),),
    ),
    (
        "My patient (MRN 4471902) had a pacemaker, serial number PJN428810H, put in yesterday.",
        (("record_number", "4471902"), ("serial", "PJN428810H")),
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
        (("phone", "087 123 4567"),),
    ),
    (
        "My patient wrote to me yesterday from mary.byrne62@gmail.com to say she is well.",
        (("email", "mary.byrne62@gmail.com"),),
    ),
    (
        "She was the first woman in Ireland to receive this valve. We implanted it on Tuesday.",
        (("rare_event", "the first woman in Ireland to receive"), ("date", "Tuesday")),
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
    ("Patient J.M., 61, was shocked three times last night.", (("name", "J.M."),)),
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
    "Physical Activity: 150 minutes a week. Heart Attack: know the signs. Diagnostic Tests: ask why.",
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
