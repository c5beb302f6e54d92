using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhistleNet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PlanAreas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AreaId",
                table: "Drills",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AreaId",
                table: "DrillPlans",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AreaId",
                table: "Drills");

            migrationBuilder.DropColumn(
                name: "AreaId",
                table: "DrillPlans");
        }
    }
}
