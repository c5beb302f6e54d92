using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WhistleNet.Drills;

namespace WhistleNet.Data.Maps;

public sealed class ScenarioMap : IEntityTypeConfiguration<ScenarioVersion>
{
    public void Configure(EntityTypeBuilder<ScenarioVersion> scenario)
    {
        scenario.ToTable("Scenarios").HasKey(s => new { s.StationId, s.Name, s.Version });
        scenario.Ignore(s => s.Id);
    }
}
