using WhistleNet.Live;

namespace WhistleNet.Notes;

public static class NoteSetup
{
    public static WebApplicationBuilder AddNotes(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<NoteDesk>().AddSingleton<NoteBoard>().AddSingleton<MediationDesk>().AddSingleton<MediationBoard>().AddSingleton<BulletinDesk>().AddSingleton<BulletinBoard>();
        builder.Services.AddSingleton<MediationRound>().AddWatcher<MediationRound>();
        return builder;
    }
}
