using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using WhistleNet.Data;

namespace WhistleNet.People;

public static class AccountSetup
{
    /// <summary>How long a disabled person's cookie and circuit may still be believed.</summary>
    public static readonly TimeSpan Revalidation = TimeSpan.FromSeconds(30);

    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentityCore<Account>(Rules).AddEntityFrameworkStores<WhistleDb>().AddSignInManager().AddDefaultTokenProviders()
            .AddClaimsPrincipalFactory<AccountClaims>().AddErrorDescriber<AccountErrors>();
        services.AddHttpContextAccessor().AddTransient<IClaimsTransformation, Whence>();
        services.AddScoped<IUserConfirmation<Account>, OnlyEnabled>();
        services.Configure<SecurityStampValidatorOptions>(o =>
        {
            o.ValidationInterval = Revalidation;
            o.OnRefreshingPrincipal = KeepMethod;
        });
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = Invites.Lifetime);
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // A finger, a face or a PIN: so a passkey is two factors in one. Kept on the device, so that nobody has to type a name.
            o.UserVerificationRequirement = "required";
            o.ResidentKeyRequirement = "required";
            o.ServerDomain = builder.Configuration["WhistleNet:PublicUrl"] is { Length: > 0 } url && Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : null;
        });
        services.AddSingleton<FirstLink>().AddSingleton<PublicAddress>().AddSingleton<Tries>().AddSingleton<SignIns>().AddSingleton<Landing>();
        services.AddSingleton<EnrolDesk>().AddSingleton<CodeDesk>();
        services.AddScoped<Lockout>().AddScoped<SignInDesk>().AddScoped<AccountDesk>().AddScoped<AccountSheets>().AddScoped<Proof>().AddScoped<SecondFactor>().AddScoped<AccountChange>().AddScoped<Invites>();
        services.AddSingleton<PeopleDesk>().AddSingleton<PeopleBoard>().AddSingleton<DeviceDesk>().AddSingleton<OwnDataDesk>();
        services.AddHostedService<Farewell>().AddScoped<AuthenticationStateProvider, RevalidatingAccounts>();
        return builder;
    }

    private static void Rules(IdentityOptions o)
    {
        o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        o.User.AllowedUserNameCharacters = ""; // any: names of people are not ours to restrict
        o.SignIn.RequireConfirmedAccount = true; // asks OnlyEnabled
        (o.Password.RequiredLength, o.Password.RequiredUniqueChars) = (PasswordAdvice.Least, 1);
        o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
        (o.Lockout.AllowedForNewUsers, o.Lockout.MaxFailedAccessAttempts) = (false, int.MaxValue); // Identity counts in a row; Lockout counts by the hour
        o.Tokens.AuthenticatorIssuer = "WhistleNet";
    }

    // The fresh principal is made from the account, which does not know how and where its person came in.
    private static Task KeepMethod(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.NewPrincipal?.Identities.FirstOrDefault() is { } fresh && context.CurrentPrincipal is { } old)
            fresh.AddClaims(old.FindAll(c => c.Type is ActorClaims.Method or SignIns.Claim));
        return Task.CompletedTask;
    }
}

/// <summary>Identity asks it before every sign-in, by password, second factor or passkey.</summary>
public sealed class OnlyEnabled : IUserConfirmation<Account>
{
    public Task<bool> IsConfirmedAsync(UserManager<Account> users, Account account) => Task.FromResult(account.DisabledAt is null);
}
