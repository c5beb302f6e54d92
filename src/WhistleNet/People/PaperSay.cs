using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>What the pages with a form share.</summary>
public static class PaperSay
{
    public static readonly Text Expired = new("页面停留太久，什么都没有提交。页面已刷新，请再按一次。", "This page stood open for too long and nothing was sent. It is fresh now: press once more.");
    public static readonly Text NameMissing = new("请填写姓名。", "Please give a name.");
    public static readonly Text Name = new("姓名", "Name");
    public static readonly Text UserName = new("用户名", "User name");
    public static readonly Text Password = new("密码", "Password");
    public static readonly Text PasswordHint = new("至少 8 位，建议 15 位以上；可以粘贴，不限字符种类。一句好记的话就很好。", "At least 8 characters, better 15 or more; paste is fine, any characters. A sentence you remember is good.");
    public static readonly Text Passkey = new("改用通行密钥（指纹、面容或设备密码）", "Use a passkey instead (finger, face or device PIN)");
    public static readonly Text PasskeyNeedsTls = new("通行密钥需要 https 和域名；此处只能用密码。", "A passkey needs https and a name; here only a password works.");
    public static readonly Text PasskeyFailed = new("通行密钥没有成功，什么都没有保存。可以再试一次，或改用密码。", "The passkey did not work and nothing was stored. Try again, or use a password.");
    public static readonly Text TooShort = new("太短：至少 8 位。", "Too short: at least 8 characters.");
    public static readonly Text Guessable = new("这个密码太容易被猜到，请换一个。", "This password is among the first that anybody tries. Choose another.");
    public static readonly Text Fair = new("可以；15 位以上更好。", "Good enough; 15 or more is better.");
    public static readonly Text Good = new("很好。", "Good.");
    public static readonly Text Back = new("返回", "Back");

    /// <summary>The texts that people.ts says.</summary>
    public static Dictionary<string, string> ForScript => new()
    {
        ["passkey-failed"] = PasskeyFailed.ToString(), ["too-short"] = TooShort.ToString(), ["fair"] = Fair.ToString(), ["good"] = Good.ToString(),
    };

    public static Text Of(Strength strength) => strength switch { Strength.TooShort => TooShort, Strength.Guessable => Guessable, Strength.Fair => Fair, _ => Good };
}
