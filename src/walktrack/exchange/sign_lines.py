"""The warning signs in English: for exports, and to stand beside an unchecked translation."""

from walktrack.domain.warning_signs import Level, Sign

SIGN_LINES = {
    Sign.NUMB_SADDLE: (
        "Numb or tingling feeling around your private parts, bottom or inner thighs (the parts"
        " that would touch a saddle)."
    ),
    Sign.BLADDER: (
        "New trouble with pee: you cannot start, cannot stop, leak, or cannot feel when you need"
        " to go."
    ),
    Sign.BOWEL: "New loss of bowel control, or you cannot feel it when you poo or wipe.",
    Sign.SEX: (
        "Back or leg pain with a new change in feeling during sex, or new trouble getting an"
        " erection."
    ),
    Sign.BOTH_LEGS: (
        "New weakness, numb feeling or tingling in both legs, or a leg or foot that is getting"
        " weaker."
    ),
    Sign.ACCIDENT: "Back pain that began after a bad accident or a big fall.",
    Sign.CHEST: "Chest pain, trouble breathing, or you fainted.",
    Sign.SUDDEN_PAIN: (
        "Sudden, very bad pain in your back or tummy and you feel faint, sweaty or sick."
    ),
    Sign.FEVER: "Back pain with a fever, chills, or feeling very ill.",
    Sign.WEIGHT_LOSS: "You are losing weight and do not know why.",
    Sign.CANCER: (
        "You have had cancer at any time and this back pain is new or not like your usual pain."
    ),
    Sign.PAIN_AT_REST: "Pain that stays bad at night or at rest, in every position.",
    Sign.ONE_LEG: "New numb feeling, tingling or weakness in one leg.",
    Sign.SMALL_FALL: (
        "New back pain after a small fall, knock or lift, and you are over 65, have weak bones, or"
        " take steroid tablets."
    ),
    Sign.SHAPE: "A new lump, or your back has changed shape.",
    Sign.INFECTIONS: (
        "You get infections easily, had one in the last few weeks, or inject drugs, and have new"
        " back pain."
    ),
    Sign.HEAVY_LEGS: (
        "Your legs hurt, cramp or feel heavy when you walk, and feel better when you sit or lean"
        " forward."
    ),
    Sign.NO_BETTER: "Your pain is very bad, or is no better after six weeks.",
    Sign.SHARP_PAIN: "Sharp pain that made you stop.",
    Sign.GIVING_WAY: "Your back felt as if it would give way or catch.",
    Sign.DIZZY: "You felt dizzy or nearly fell.",
    Sign.STILL_UP: "Pain was still up the morning after more than one walk this week.",
}

LEVEL_LINES = {
    Level.EMERGENCY: (
        "Get emergency help now. Call your local emergency number or go to the nearest emergency"
        " department. Do not drive yourself. Do not wait to see if it gets better."
    ),
    Level.DOCTOR: (
        "See a doctor soon. Call your doctor or a health advice line today. Show them this record."
    ),
    Level.PAUSE: (
        "Stop for now. Rest a little, then move gently. If it is not better in two days, or it"
        " comes back, talk to a doctor or physio."
    ),
}
