using WhistleNet.Shell;

namespace WhistleNet.Reports;

/// <summary>
/// Under which headings a report is read: our own, HSEEP AAR/IP (2013 form), the summary report of 突发事件应急演练指南, or AQ/T 9009-2015.
/// The facts under them are the same.
/// </summary>
public enum Layout { Own, Hseep, Guide, Aqt }

/// <summary>The parts of a report, in the order in which every layout has them.</summary>
public enum Section { Overview, Attendance, Stages, Coverage, Deviations, Timeline, Objectives, Strengths, Problems, Recommendations, Improvements, Answers, Comments, Distribution }

public static class ReportLayout
{
    public static Text NameOf(Layout layout) => layout switch
    {
        Layout.Hseep => new("HSEEP 行动后报告/改进计划", "HSEEP AAR/IP"),
        Layout.Guide => new("突发事件应急演练指南 总结报告", "Emergency drill guide, summary report"),
        Layout.Aqt => new("AQ/T 9009 演练评估", "AQ/T 9009 evaluation"),
        _ => new("吹哨互助", "WhistleNet"),
    };

    public static Text Heading(Layout layout, Section section) => layout switch
    {
        Layout.Hseep => Hseep(section),
        Layout.Guide => Guide(section),
        Layout.Aqt => Aqt(section),
        _ => Own(section),
    };

    private static Text Own(Section section) => section switch
    {
        Section.Overview => new("概况", "Overview"),
        Section.Attendance => new("参加情况", "Attendance"),
        Section.Stages => new("一三五", "1-3-5"),
        Section.Coverage => new("通知到谁", "Who heard"),
        Section.Deviations => new("偏差", "Deviations"),
        Section.Timeline => new("时间线", "Timeline"),
        Section.Objectives => new("目标评级", "Objectives"),
        Section.Strengths => new("做得好的", "What went well"),
        Section.Problems => new("问题与原因", "Problems and their causes"),
        Section.Recommendations => new("建议", "Recommendations"),
        Section.Improvements => new("整改", "Improvements"),
        Section.Answers => new("参加者的回答", "Answers of those who took part"),
        Section.Comments => new("评论", "Comments"),
        _ => new("分发与保存", "Distribution and retention"),
    };

    private static Text Hseep(Section section) => section switch
    {
        Section.Overview => new("演练概述", "Exercise overview"),
        Section.Attendance => new("参演单位", "Participating organizations"),
        Section.Stages => new("核心能力表现", "Core capability performance"),
        Section.Coverage => new("附录：通知范围", "Appendix: notification coverage"),
        Section.Deviations => new("观察", "Observations"),
        Section.Timeline => new("附录：时间线", "Appendix: timeline"),
        Section.Objectives => new("目标与能力评级（P/S/M/U）", "Analysis of objectives (P/S/M/U)"),
        Section.Strengths => new("优势", "Strengths"),
        Section.Problems => new("待改进之处与分析", "Areas for improvement and analysis"),
        Section.Recommendations => new("建议", "Recommendations"),
        Section.Improvements => new("附录 A：改进计划", "Appendix A: improvement plan"),
        Section.Answers => new("参演者反馈", "Participant feedback"),
        Section.Comments => new("评注", "Notes"),
        _ => new("管理处置说明", "Administrative handling"),
    };

    private static Text Guide(Section section) => section switch
    {
        Section.Overview => new("一、演练目的、时间和地点", "1 Purpose, time and place"),
        Section.Attendance => new("二、参演单位和人员", "2 Units and people taking part"),
        Section.Stages => new("三、演练方案概要与执行情况", "3 Plan in outline, and how it was carried out"),
        Section.Coverage => new("通信与通知", "Communication"),
        Section.Deviations => new("与方案的偏差", "Deviations from the plan"),
        Section.Timeline => new("过程记录", "Record of events"),
        Section.Objectives => new("演练目标评估", "Evaluation of objectives"),
        Section.Strengths => new("四、经验", "4 What was learned"),
        Section.Problems => new("五、发现的问题与原因", "5 Problems found, and why"),
        Section.Recommendations => new("六、教训与改进建议", "6 Lessons and recommendations"),
        Section.Improvements => new("改进措施跟踪", "Measures and their follow-up"),
        Section.Answers => new("参演人员意见", "Views of those who took part"),
        Section.Comments => new("备注", "Remarks"),
        _ => new("归档与备案", "Filing"),
    };

    private static Text Aqt(Section section) => section switch
    {
        Section.Overview => new("演练基本情况", "Basic facts of the exercise"),
        Section.Attendance => new("参演人员", "Participants"),
        Section.Stages => new("响应时限评估", "Evaluation of response times"),
        Section.Coverage => new("预警与通知评估", "Evaluation of warning and notification"),
        Section.Deviations => new("演练实施偏差", "Deviations"),
        Section.Timeline => new("演练过程", "Course of the exercise"),
        Section.Objectives => new("评估组评估", "Evaluation by the evaluators"),
        Section.Strengths => new("演练点评：优点", "Hot wash: strengths"),
        Section.Problems => new("演练点评：不足与原因", "Hot wash: shortcomings and causes"),
        Section.Recommendations => new("改进建议", "Suggestions"),
        Section.Improvements => new("纠正行动", "Corrective action"),
        Section.Answers => new("参演人员自评", "Participants' own assessment"),
        Section.Comments => new("补充说明", "Further remarks"),
        _ => new("报告分发与归档", "Distribution and filing"),
    };
}
