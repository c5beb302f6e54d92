namespace WhistleNet.Shell;

/// <summary>Where people type or send something that is no JSON: whose page it is, and what it takes.</summary>
/// <param name="Role">Who is let in there, as <c>Permits.policy.txt</c> says it.</param>
public sealed record Taking(string Path, string Role, params string[] Names);

/// <summary>Every form and every page with a query. The tests hold it against what the built program really takes, both ways.</summary>
public static class HostileForms
{
    public static readonly Taking[] Forms =
    [
        new("/w", "device", "pressId", "mode", "silent", "drillId"),
        new("/w/review", "device", "report", "q1", "q2", "q3", "q4", "well", "improve"), new("/review", "officer", "report", "q1", "q2", "q3", "q4", "well", "improve"),
        new("/w/appeal", "device", "about", "text"), new("/w/my-data/name", "device", "name"), new("/w/my-data/forget", "device"), new("/my-data/name", "shopOwner", "name"), new("/my-data/forget", "shopOwner"),
        new("/sign-in", "anonymous", "user", "password", "to", "credential"), new("/sign-in/passkey", "anonymous"), new("/sign-in/code", "anonymous", "code", "to"), new("/sign-in/authenticator", "organizer", "code"),
        new("/sign-out", "organizer", "everywhere"), new("/prove", "organizer", "to", "tab", "from", "credential", "password", "code"), new("/prove/passkey", "organizer"),
        new("/first", "anonymous", "code", "name", "user", "password", "credential"), new("/first/passkey", "anonymous", "code", "name", "user"),
        new("/invite", "anonymous", "who", "code", "user", "password", "credential"), new("/invite/passkey", "anonymous", "who", "code"), new("/enrol", "anonymous", "code", "personName"),
        new("/account/password", "shopStaff", "present", "password"), new("/account/passkey", "organizer", "credential", "password"), new("/account/passkey/options", "organizer"), new("/account/passkey/remove", "organizer", "id"),
        new("/account/authenticator/renew", "organizer"), new("/account/station", "admin", "station"), new("/account/sign-ins/end", "organizer", "id"),
        new("/my-shop/hours", "shopOwner", "hours", "silent", "holidays"), new("/my-shop/days", "shopOwner", "from", "until", "hours", "name", "yearly"), new("/my-shop/days/remove", "shopOwner", "day"), new("/my-shop/today", "shopOwner", "closed"), new("/w/today", "device", "closed"), new("/my-shop/words", "shopOwner", "safe", "duress"), new("/my-shop/revoke", "shopOwner", "device"),
        new("/print/codes", "shopOwner", "circle", "shop", "without", "sheets", "part"), new("/print/codes/revoke", "dutyCommander", "station", "batch"),
        new("/observe/{drillId}", "anonymous", "code", "personName"), new("/observe/{drillId}/review", "anonymous", "q1", "q2", "q3", "q4", "well", "improve"), new("/observe/{drillId}/photos", "anonymous"),
        new("/gear/{id}/inspect", "dutyCommander", "tick", "result", "note", "expires"),
        new("/w/notes", "device", "kind", "text", "here", "place"),
    ];

    public static readonly Taking[] Pages =
    [
        new("/w", "device", "shell", "as"), new("/sign-in", "anonymous", "to"), new("/sign-in/code", "anonymous", "to"), new("/enrol", "anonymous", "code"), new("/observe/{drillId}", "anonymous", "code"), new("/observe/{drillId}/review", "anonymous", "saved"), new("/first", "anonymous", "code"),
        new("/invite", "anonymous", "who", "code"), new("/prove", "organizer", "to", "tab"), new("/account", "organizer", "saved"), new("/my-shop", "shopOwner", "saved"), new("/print/codes", "dutyCommander", "circle", "shop", "without", "sheets", "part"),
        new("/w/review", "device", "report", "saved"), new("/w/appeal", "device", "saved"), new("/w/my-data", "device", "saved"), new("/my-data", "organizer", "saved"), new("/review", "officer", "report", "saved"),
        new("/gear/{id}/inspect", "dutyCommander", "done"), new("/gear/export", "dutyCommander", "search", "kind", "circle", "shop", "show"), new("/print/gear", "dutyCommander", "search", "kind", "circle", "shop", "show"),
        new("/w/notes", "device", "saved"),
        new("/statistics/export", "dutyCommander", "mode", "period", "from", "until", "cut", "circle", "area"),
        new("/log/export", "auditor", "kept", "action", "who", "object", "from", "until"),
    ];

    /// <summary>Takes JSON and is no part of the API.</summary>
    public static readonly Taking[] Json = [new("/observe/{drillId}/lines", "anonymous", "id", "what", "about", "rating", "text", "at"), new("/w/silent", "device", "silent"), new("/w/bulletins", "device", "id"), new("/csp-reports", "anonymous", "csp-report")];

    /// <summary>Slow on purpose, since they hash: a quarter of the values.</summary>
    public static readonly string[] Hashed = ["/sign-in", "/my-shop/words", "/account/password"];
}
