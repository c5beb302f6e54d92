namespace WhistleNet.People;

/// <summary>The pages by which people and devices come in. None needs a circuit.</summary>
public static class PeopleEndpoints
{
    public static void MapPeople(this WebApplication app)
    {
        app.MapFirst();
        app.MapSignIn();
        app.MapAccount();
        app.MapProve();
        app.MapInvite();
        app.MapEnrol();
        app.MapPrint();
        app.MapMyShop();
        app.MapOwnData();
    }
}
