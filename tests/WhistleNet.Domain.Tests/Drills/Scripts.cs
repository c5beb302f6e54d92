namespace WhistleNet.Drills;

/// <summary>What people do in each of the scenarios, well and badly, and what then has to be told and recorded.</summary>
public static class Scripts
{
    public sealed record Well(string Moves, string Told);

    /// <param name="Deviations">In the order of the alphabet.</param>
    public sealed record Badly(string Moves, string Deviations);

    public static IReadOnlyDictionary<string, Well> Good { get; } = new Dictionary<string, Well>
    {
        ["drunk-and-loud"] = new(
            """
            20 R pressed; 30 S taken; 35 A coming; 40 B coming; 50 C coming; 60 R selfHelp; 70 R kindTold
            120 A arrived; 130 B arrived; 150 C arrived; 180 tick form-up
            240 S onScene; 280 A withdrawn; 400 S contained
            """,
            "bangs-table@0 player-enters@0 turns-round@140 calmer@270"),
        ["smashing-a-shop"] = new(
            """
            10 R pressed; 25 S taken; 30 A coming; 32 B coming; 40 C coming; 50 R selfHelp; 80 R kindTold
            120 A arrived; 140 B arrived; 170 C arrived; 190 B reported; 200 tick cordon
            230 tick make-way; 280 S onScene; 400 S contained
            """,
            "glass@0 players-begin@0 all-out@60 onlookers@135 they-leave@220 told-direction@240"),
        ["crowd-gathers"] = new(
            """
            45 R pressed; 60 S taken; 70 A coming; 75 B coming; 90 C coming; 95 R selfHelp; 110 R kindTold
            150 A arrived; 160 B arrived; 200 C arrived; 240 tick passage; 260 tick shelter
            300 S onScene; 400 S noted; 600 S contained
            """,
            "quarrel@0 more-come@60 cart-stuck@170 old-man@230 wants-a-word@330 thins-out@420"),
        ["knife-attack"] = new(
            """
            8 R pressed; 20 S taken; 30 A coming; 35 B coming; 40 R selfHelp; 45 C coming; 50 R kindTold; 60 tick call-in
            120 A arrived; 121 B arrived; 122 C arrived; 150 tick hold-line; 160 B reported
            250 S onScene; 270 A withdrawn; 300 S contained
            """,
            "knife@0 player-walks@0 stops@130 stay-back@255 surrenders@270"),
        ["fight-that-escalates"] = new(
            """
            30 R pressed; 45 S taken; 50 A coming; 60 B coming; 70 R selfHelp; 75 C coming; 90 R kindTold
            120 B reported; 150 A arrived; 160 B arrived; 180 C arrived; 200 tick aid
            280 S onScene; 330 B withdrawn; 400 S contained
            """,
            "pushing@0 players-push@0 pipe@105 pipe-station@115 one-down@150 apart@310"),
        ["robbery"] = new(
            """
            30 tick hand-over; 40 R pressed; 50 S taken; 60 A answered; 70 B answered
            120 A reported; 140 R selfHelp; 160 S noted; 170 R kindTold; 280 S onScene; 320 S contained
            """,
            "blade@0 quietly@55 till@60 he-leaves@100 alone-now@110 bike@130 found@250"),
        ["theft-in-the-act"] = new(
            """
            20 R pressed; 35 S taken; 50 A coming; 55 R selfHelp; 60 B cannotCome; 80 R kindTold; 85 B reported; 130 tick leave-bag
            200 S onScene; 300 S contained
            """,
            "into-the-bag@0 denies@40 walks-out@55 throws-down@100 bag-here@220"),
        ["suspicious-object"] = new(
            """
            40 R pressed; 70 S taken; 70 tick hands-off; 75 A coming; 80 B coming; 90 C cannotCome; 100 R selfHelp; 120 R kindTold
            190 tick no-radio; 200 tick empty-street; 220 B reported
            400 S onScene; 450 A withdrawn; 600 S noted
            """,
            "case@0 customer-curious@60 clear-it@110 radio@170 back-again@230 owner-found@490"),
        ["fire-and-evacuation"] = new(
            """
            15 R pressed; 30 S taken; 40 A coming; 50 B coming; 60 R kindTold; 90 R selfHelp
            120 A arrived; 130 B arrived; 150 tick next-door; 160 R reported; 200 tick way-in; 250 S onScene; 450 S contained
            """,
            "pan@0 grows@60 smoke-next-door@90 one-missing@135 one-missing-told@150 blocked@165 found-him@370"),
        ["lost-child"] = new(
            """
            20 R pressed; 40 S taken; 50 R kindTold; 60 R reported; 70 A coming; 80 B coming; 90 C coming; 100 tick with-her
            120 A reported; 140 B reported; 180 C reported; 190 tick at-exits; 280 tick two-go; 350 S onScene; 420 S contained
            """,
            "mother@0 looks-like@45 shop-by-shop@70 exits@130 sighting@220 is-it-him@280"),
        ["acute-illness"] = new(
            """
            10 R pressed; 25 S taken; 40 A coming; 50 B coming; 60 R selfHelp; 80 R kindTold
            120 A arrived; 130 B arrived; 150 tick to-the-corner; 170 tick make-room; 200 tick aed-on; 260 S onScene; 500 S contained
            """,
            "falls@0 no-breath@30 who-does-what@30 120-asks@55 crowd-films@135 ambulance@430"),
        ["whistle-phone-radio"] = new(
            """
            30 tick blow; 60 tick landline; 70 tick passed-on; 120 tick roll-call; 140 tick runner; 170 tick write-down; 180 tick together
            340 R pressed; 350 S taken; 355 A arrived; 360 B arrived; 370 C arrived; 450 S noted
            """,
            "no-network@0 trouble@20 did-you-hear@80 radio-dead@110 telephoned@120 back-up@320"),
        ["false-alarm"] = new(
            """
            10 R pressed; 25 S taken; 40 R mistake; 50 A coming; 60 B coming; 90 S noted; 100 R saidSafe; 110 A reported; 150 S closed; 200 tick thank
            """,
            "wipe@0 it-sounds@15 on-the-way@30 says-mistake@45 call-comes@45 why-again@170"),
        ["night-few-on-shift"] = new(
            """
            10 R pressed; 40 A coming; 50 B cannotCome; 50 S taken; 60 R selfHelp; 70 tick stay-in; 90 B reported; 120 tick back-door; 300 S onScene; 500 S contained
            """,
            "kicks@0 who-is-there@20 only-one@70 still-kicks@100 gone@330"),
    };

    public static IReadOnlyDictionary<string, Badly> Bad { get; } = new Dictionary<string, Badly>
    {
        // Whistles after half a minute too many, never ticks, two come of three, one pulls at him, one leaves before the officers are there.
        ["drunk-and-loud"] = new(
            """
            80 R pressed; 90 S taken; 100 R kindTold; 130 A coming; 135 B coming; 250 A arrived; 255 B arrived; 290 tick grabbed
            300 A withdrawn; 350 S onScene; 400 B withdrawn; 600 S contained
            """,
            "early leave, late contained, late press, missed arrive, missed coming, missed form-up, missed step-back, unwanted grabbed"),
        // Goes in and runs after them; nobody notes what they look like.
        ["smashing-a-shop"] = new(
            """
            10 R pressed; 25 S taken; 30 A coming; 32 B coming; 40 C coming; 50 R selfHelp; 80 R kindTold
            120 A arrived; 125 tick went-in; 140 B arrived; 170 C arrived; 230 tick chased; 350 S onScene; 400 S contained
            """,
            "late on-scene, missed cordon, missed make-way, missed notes, unwanted chased, unwanted went-in"),
        // Whistles when they push at the door; the neighbours come with forks and take a side.
        ["crowd-gathers"] = new(
            """
            120 R pressed; 130 S taken; 140 A coming; 150 B coming; 170 C coming; 200 R kindTold; 220 A arrived; 230 B arrived; 250 C arrived
            260 tick showed-force; 270 tick took-sides; 400 tick passage; 310 tick shelter; 400 S onScene; 500 S noted; 700 S contained
            """,
            "late passage, late press, missed quieten, unwanted showed-force, unwanted took-sides"),
        // One goes alone for the knife, and nobody else.
        ["knife-attack"] = new(
            """
            8 R pressed; 60 S taken; 30 A coming; 40 R selfHelp; 50 R kindTold; 70 tick door-opened
            100 A arrived; 105 tick alone; 110 tick for-the-knife; 150 A reported; 250 S onScene; 270 A withdrawn; 300 S contained
            """,
            "late take, missed arrive, missed call-in, missed coming, missed hold-line, unwanted alone, unwanted door-opened, unwanted for-the-knife"),
        // Steps between them; nobody tells the officers of the pipe in time; all are gone before the officers come.
        ["fight-that-escalates"] = new(
            """
            30 R pressed; 45 S taken; 50 A coming; 60 B coming; 70 R selfHelp; 75 C coming; 90 R kindTold
            150 A arrived; 155 tick between; 160 B arrived; 180 C arrived; 200 tick aid; 220 B reported; 230 A withdrawn; 235 B withdrawn; 240 C withdrawn
            280 S onScene; 400 S contained
            """,
            "early leave, early leave, early leave, late tell-weapon, missed leave, unwanted between"),
        // Fights back; the station rings the shop; a neighbour runs after the bike.
        ["robbery"] = new(
            """
            40 tick resisted; 100 R pressed; 110 S taken; 115 tick rang-up; 120 A coming; 130 B coming; 165 tick chased
            200 R selfHelp; 220 R kindTold; 300 S noted; 350 S onScene; 380 S contained
            """,
            "late pass-on, late press, missed hand-over, missed say-where, unwanted chased, unwanted rang-up, unwanted resisted"),
        // Holds him, looks into the bag, never whistles: nothing else of the scenario comes up.
        ["theft-in-the-act"] = new("30 tick searched; 60 tick chased", "missed press, unwanted chased, unwanted searched"),
        // Opens the case, and the line is given up before the officers are there.
        ["suspicious-object"] = new(
            """
            40 R pressed; 70 S taken; 70 tick touched; 75 A coming; 80 B coming; 90 C cannotCome; 100 R selfHelp; 120 R kindTold
            195 tick no-radio; 220 B reported; 300 tick empty-street; 320 A withdrawn; 400 S onScene; 450 B withdrawn; 600 S noted
            """,
            "early leave, late empty-street, missed hands-off, unwanted touched"),
        // Goes back in for the missing guest.
        ["fire-and-evacuation"] = new(
            """
            15 R pressed; 20 tick water-on-oil; 30 S taken; 40 A coming; 50 B coming; 60 R kindTold; 150 R selfHelp
            120 A arrived; 130 B arrived; 150 tick next-door; 200 tick went-back; 250 S onScene; 300 tick way-in; 450 S contained
            """,
            "late get-out, late way-in, missed report-missing, unwanted water-on-oil, unwanted went-back"),
        // No description for a quarter of an hour: the neighbours never learn whom to look for.
        ["lost-child"] = new(
            """
            20 R pressed; 40 S taken; 50 R kindTold; 70 A coming; 80 B coming; 90 C coming; 130 tick posted-photo; 600 S onScene
            """,
            "late on-scene, missed describe, missed with-her, unwanted posted-photo"),
        // Carries him off; the AED comes late.
        ["acute-illness"] = new(
            """
            10 R pressed; 25 S taken; 40 A coming; 50 B coming; 80 R kindTold; 120 R selfHelp; 125 tick stopped-pressing; 140 tick fed-or-moved
            150 A arrived; 250 B arrived; 170 tick to-the-corner; 300 tick aed-on; 260 S onScene; 500 S contained
            """,
            "late aed-on, late arrive, late compress, missed make-room, unwanted fed-or-moved, unwanted stopped-pressing"),
        // Waits for the screen; one goes alone; the button is pressed while the network is said to be down.
        ["whistle-phone-radio"] = new(
            """
            60 R pressed; 70 S taken; 75 tick gave-up; 100 tick landline; 110 tick blow; 150 tick passed-on; 160 tick went-alone; 170 tick write-down
            200 S noted; 340 A arrived; 350 B arrived; 360 C arrived
            """,
            "early press-after, late blow, late passed-on, missed press-after, missed roll-call, missed runner, missed together, unwanted gave-up, unwanted went-alone"),
        // Hides; the station closes it unverified.
        ["false-alarm"] = new(
            """
            10 R pressed; 15 tick hid; 25 S taken; 50 A coming; 60 B coming; 80 S closed; 110 A reported
            """,
            "early close-it, missed say-mistake, missed say-safe, missed thank, unwanted hid"),
        // Opens the door; nobody answers; the other shop's keeper goes out alone.
        ["night-few-on-shift"] = new(
            """
            10 R pressed; 30 tick opened-up; 60 R selfHelp; 90 S taken; 95 tick went-alone; 120 tick back-door; 300 S onScene; 500 S contained
            """,
            "late take, missed answer, missed stay-in, missed watch, unwanted opened-up, unwanted went-alone"),
    };
}
