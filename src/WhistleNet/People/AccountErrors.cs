using Microsoft.AspNetCore.Identity;
using WhistleNet.Shell;

namespace WhistleNet.People;

/// <summary>Identity's refusals in our words and both languages.</summary>
public sealed class AccountErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), new("这个用户名已有人使用，请换一个。", "This user name is taken. Choose another."));
    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), new("请填写用户名。", "Please give a user name."));
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), PaperSay.TooShort);
    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), new("刚才有人改了同一个账号，请刷新后再试。", "Somebody else changed this account just now. Load the page again and retry."));
    public override IdentityError DefaultError() => Say(nameof(DefaultError), new("没有保存，请再试一次。", "It was not stored. Try again."));

    private static IdentityError Say(string code, Text words) => new() { Code = code, Description = words.ToString() };
}
