using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>The six questions: four to tick and two to write, in the words of the part that somebody took.</summary>
public static class ReviewSay
{
    public static readonly Text Title = new("六个问题，两分钟", "Six questions, two minutes");
    public static readonly Text Lead = new("{0} · {1} 的哨声。您的回答只用来改进，不追究谁。空着也可以。", "The whistle of {1}, {0}. Your answers are for doing better, not for blaming. Leave out what you like.");
    public static readonly Text LeadTable = new("{0} · 桌面推演“{1}”。您的回答只用来改进，不追究谁。空着也可以。", "The table-top drill “{1}”, {0}. Your answers are for doing better, not for blaming. Leave out what you like.");
    public static readonly Text Send = new("交给派出所", "Send");
    public static readonly Text Thanks = new("谢谢，已收到。还可以再改。", "Thank you, it is there. You can still change it.");
    public static readonly Text NotAsked = new("这里没有要您回答的问题。", "There is nothing here for you to answer.");
    public static readonly Text NotAskedMore = new("可能已经过期，或者这份复盘不是您这边的。", "Its time may be over, or it is not yours to answer.");
    public static readonly Text Well = new("5 · 哪里做得好？", "5 · What went well?");
    public static readonly Text Better = new("6 · 下次要改什么？", "6 · What should be different next time?");
    public static readonly Text Back = new("回到吹哨页", "Back to the whistle");
    public static readonly Text BackToDrill = new("回到演练页", "Back to the drill");
    public static readonly Text OnWhistlePage = new("复盘：六个问题，两分钟", "Afterwards: six questions, two minutes");

    public static Text Of(Tick tick) => tick switch
    {
        Tick.Yes => new("是", "Yes"),
        Tick.Partly => new("一般", "Partly"),
        _ => new("否", "No"),
    };

    /// <summary>The four questions that are ticked.</summary>
    public static IReadOnlyList<Text> Questions(Side part) => part switch
    {
        Side.Raiser =>
        [
            new("1 · 哨好按吗？", "1 · Was the whistle easy to use?"),
            new("2 · 您知道先怎么保护自己和顾客吗？", "2 · Did you know how to keep yourself and your customers safe first?"),
            new("3 · 邻居来得及时吗？", "3 · Did the neighbours come in time?"),
            new("4 · 民警来得及时吗？", "4 · Did the officers come in time?"),
        ],
        Side.Neighbour =>
        [
            new("1 · 哨声和内容清楚吗？", "1 · Was the call clear to see and hear?"),
            new("2 · 您知道该做什么、站哪里吗？", "2 · Did you know what to do and where to stand?"),
            new("3 · 手边有器材吗？", "3 · Did you have gear at hand?"),
            new("4 · 大家配合得好吗？", "4 · Did you work well together?"),
        ],
        Side.Table =>
        [
            new("1 · 情景讲清楚了吗？", "1 · Was the story clear?"),
            new("2 · 轮到您时，知道该做什么吗？", "2 · Did you know what to do when it was your turn?"),
            new("3 · 知道该告诉谁、等谁吗？", "3 · Did you know whom to tell and whom to wait for?"),
            new("4 · 真出事时，店里做得到吗？", "4 · Could your shop really do it like that?"),
        ],
        Side.Observer =>
        [
            new("1 · 情景的难度合适吗？", "1 · Was the story hard enough?"),
            new("2 · 该做的事都有人说到吗？", "2 · Did somebody name each thing that had to be done?"),
            new("3 · 谁做什么，分得清吗？", "3 · Was it clear who does what?"),
            new("4 · 讨论的时间够吗？", "4 · Was there time enough to talk it over?"),
        ],
        Side.Organizer =>
        [
            new("1 · 该来的人都来了吗？", "1 · Did everybody come who should have?"),
            new("2 · 提示来得是时候吗？", "2 · Did the messages come at the right moment?"),
            new("3 · 目的达到了吗？", "3 · Did it serve its purpose?"),
            new("4 · 现在的做法还管用吗？", "4 · Does what is agreed still hold?"),
        ],
        _ =>
        [
            new("1 · 接哨时情况够清楚吗？", "1 · Did you know enough when you took it?"),
            new("2 · 联系得上商户吗？", "2 · Could you reach the shop?"),
            new("3 · 到场时邻居做得对吗？", "3 · Were the neighbours doing the right thing when you came?"),
            new("4 · 人手和器材够吗？", "4 · Were there enough people and gear?"),
        ],
    };

    /// <summary>An answer as it is read: each question with its tick, then the words.</summary>
    public static IEnumerable<string> Lines(ReportAnswer answer)
    {
        var ticks = new[] { answer.Ticked?.First, answer.Ticked?.Second, answer.Ticked?.Third, answer.Ticked?.Fourth };
        foreach (var (question, tick) in Questions(answer.Side).Zip(ticks))
            if (tick is { } ticked) yield return $"{question} {Of(ticked)}";
        if (answer.WentWell is { } well) yield return $"{ReportSay.Well}: {well}";
        if (answer.ToImprove is { } better) yield return $"{ReportSay.Better}: {better}";
    }
}
