using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WhistleNet.Alerts;
using WhistleNet.Circles;
using WhistleNet.Data;
using WhistleNet.Drills;
using WhistleNet.Log;
using WhistleNet.Notes;
using WhistleNet.Reports;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>
/// Every table in which a person leaves a trace, and what becomes of it when a shop's person asks to be forgotten. The page of one's own data, the export, the
/// deletion and the public page read this list; a test looks for a forgotten name in every column there is.
/// </summary>
public static class Traces
{
    private static readonly Text LogStays = new("访问记录按法律至少保存半年，到期自动去掉姓名", "the access log is kept by law for half a year at least, and loses its names by itself");
    private static readonly Text IdStays = new("只剩一个编号，没有姓名", "a number without a name is left");

    public static readonly IReadOnlyList<Trace> All =
    [
        new Trace<Account>("Accounts", new("账号：姓名、用户名、角色", "account: name, user name, roles"), TraceEnd.Goes, (db, w) => db.Users.Where(a => a.Id == w.Id)),
        new Trace<SignIn>("SignIns", new("在哪里登录：浏览器、地址、时间", "where you are signed in: browser, address, times"), TraceEnd.Goes, (db, w) => db.SignIns.Where(s => s.AccountId == w.Id)),
        new Trace<IdentityUserPasskey<string>>("AccountPasskeys", new("通行密钥的公开部分", "public halves of passkeys"), TraceEnd.Goes, (db, w) => db.Set<IdentityUserPasskey<string>>().Where(p => p.UserId == w.Id)),
        new Trace<Device>("Devices", new("手机：姓名、登记时间、最后联系、电量", "phone: name, when it was enrolled, last heard, battery"), TraceEnd.Unnamed, (db, w) => db.Devices.Where(d => d.Id == w.Id),
            d => d.SetProperty(x => x.Name, "").SetProperty(x => x.LastBeatAt, (DateTimeOffset?)null).SetProperty(x => x.Audio, (bool?)null).SetProperty(x => x.Battery, (double?)null)) { Why = IdStays },
        new Trace<Member>("Members", new("成员登记：姓名、身份、语言", "membership: name, kinds, language"), TraceEnd.Unnamed, (db, w) => w.Members(db),
            m => m.SetProperty(x => x.Name, "").SetProperty(x => x.AccountId, (string?)null).SetProperty(x => x.Language, (string?)null)),
        new Trace<Training>("Trainings", new("您的培训", "your trainings"), TraceEnd.Stays, (db, w) => w.Members(db).Join(db.Trainings, m => m.Id, t => t.MemberId, (_, t) => t)) { Why = IdStays },
        new Trace<Shift>("Shifts", new("您的班次", "your shifts"), TraceEnd.Stays, (db, w) => db.Shifts.Where(s => s.WhoId == w.Id)) { Why = IdStays },
        new Trace<Circle>("Circles", new("您任组长的联防小组", "circles that you lead"), TraceEnd.Unnamed, (db, w) => db.Circles.Where(c => c.Leader == w.Name && db.Shops.Any(s => s.Id == w.ShopId && s.CircleId == c.Id)), c => c.SetProperty(x => x.Leader, (string?)null)),
        new Trace<AlertLine>("Lines", new("警情经过里您做的和说的", "what you did and said in alerts"), TraceEnd.Unnamed, (db, w) => db.Lines.Where(l => l.WhoId == w.Id),
            l => l.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Salt, (byte[]?)null)),
        new Trace<Alert>("Alerts", new("您吹的哨和写的话", "whistles of yours and your words in them"), TraceEnd.Unnamed, (db, w) => db.Alerts.Where(a => a.DeviceId == w.Id), a => a.SetProperty(x => x.Text, (string?)null)),
        new Trace<Press>("Presses", new("您的每次按压", "each press of yours"), TraceEnd.Stays, (db, w) => db.Presses.Where(p => p.DeviceId == w.Id)) { Why = IdStays },
        new Trace<Notice>("Notices", new("通知到您的警情和您的应答", "alerts you were told of and what you answered"), TraceEnd.Unnamed, (db, w) => db.Notices.Where(n => n.DeviceId == w.Id), n => n.SetProperty(x => x.AnswerReason, (string?)null)),
        new Trace<DrillLine>("DrillLines", new("演练经过里您做的和说的", "what you did and said in drills"), TraceEnd.Unnamed, (db, w) => db.DrillLines.Where(l => l.WhoId == w.Id),
            l => l.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Salt, (byte[]?)null)),
        new Trace<ReportAnswer>("ReportAnswers", new("复盘六问的回答", "answers to the six questions of a report"), TraceEnd.Unnamed, (db, w) => db.ReportAnswers.Where(a => a.WhoId == w.Id),
            a => a.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.WentWell, (string?)null).SetProperty(x => x.ToImprove, (string?)null)),
        new Trace<ReportComment>("ReportComments", new("对报告的意见", "comments on reports"), TraceEnd.Unnamed, (db, w) => db.ReportComments.Where(c => c.WhoId == w.Id), c => c.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null)),
        new Trace<Gear>("Gear", new("您保管的器材", "gear in your keeping"), TraceEnd.Unnamed, (db, w) => db.Gear.Where(g => g.ShopId == w.ShopId && g.Keeper == w.Name), g => g.SetProperty(x => x.Keeper, (string?)null)),
        new Trace<GearLine>("GearLines", new("器材的点检、领用和归还", "inspections, issues and returns of gear"), TraceEnd.Unnamed, (db, w) => db.GearLines.Where(l => l.WhoId == w.Id || l.To == w.Name && db.Gear.Any(g => g.Id == l.GearId && g.ShopId == w.ShopId)),
            l => l.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.To, (string?)null).SetProperty(x => x.Note, (string?)null).SetProperty(x => x.Photo, (string?)null)),
        new Trace<Reminder>("Reminders", new("您看过的演练提醒", "reminders of drills that you saw"), TraceEnd.Unnamed, (db, w) => db.Reminders.Where(r => r.SeenById == w.Id), r => r.SetProperty(x => x.SeenBy, (string?)null)),
        new Trace<ScenarioVersion>("Scenarios", new("您写的情景", "scenarios that you wrote"), TraceEnd.Unnamed, (db, w) => db.Scenarios.Where(s => s.ById == w.Id), s => s.SetProperty(x => x.By, (string?)null)),
        new Trace<Appeal>("Appeals", new("您的申诉", "appeals of yours"), TraceEnd.Unnamed, (db, w) => db.Appeals.Where(a => a.ById == w.Id), a => a.SetProperty(x => x.By, (string?)null).SetProperty(x => x.Text, (string?)null)),
        new Trace<Coaching>("Coachings", new("误报后您做的沟通", "talks after a false alarm"), TraceEnd.Unnamed, (db, w) => db.Coachings.Where(c => c.ById == w.Id), c => c.SetProperty(x => x.By, (string?)null).SetProperty(x => x.Text, (string?)null)),
        new Trace<Note>("Notes", new("您记的民情日记", "community notes that you wrote"), TraceEnd.Unnamed, (db, w) => db.Notes.Where(n => n.WhoId == w.Id), n => n.SetProperty(x => x.Who, (string?)null).SetProperty(x => x.Text, (string?)null).SetProperty(x => x.Place, (string?)null)),
        new Trace<Bulletin>("Bulletins", new("您发的通知", "words to the shops that you sent"), TraceEnd.Unnamed, (db, w) => db.Bulletins.Where(b => b.ById == w.Id), b => b.SetProperty(x => x.By, (string?)null)),
        new Trace<AccessRecord>("AccessRecords", new("访问记录：登录、查看、更改", "access records: sign-ins, reading, changes"), TraceEnd.Stays, (db, w) => db.Access.Where(r => r.ActorId == w.Id || r.ObjectId == w.Id)) { Why = LogStays },
    ];
}
