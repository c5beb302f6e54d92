using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.People;

namespace WhistleNet.Data.Maps;

public sealed class SignInMap : IEntityTypeConfiguration<SignIn>
{
    public void Configure(EntityTypeBuilder<SignIn> signIn)
    {
        signIn.ToTable("SignIns").HasKey(s => s.Id);
        signIn.HasIndex(s => s.AccountId);
    }
}
