using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WhistleNet.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Gear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Gear",
                table: "Stations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Gear",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    StationId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    Serial = table.Column<string>(type: "TEXT", nullable: false),
                    ShopId = table.Column<string>(type: "TEXT", nullable: false),
                    Keeper = table.Column<string>(type: "TEXT", nullable: true),
                    InServiceSince = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NextInspectionOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    OutTo = table.Column<string>(type: "TEXT", nullable: true),
                    OutSince = table.Column<long>(type: "INTEGER", nullable: true),
                    OutAlertId = table.Column<string>(type: "TEXT", nullable: true),
                    OutDrillId = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Gear", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GearLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GearId = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 24, nullable: false),
                    WhoId = table.Column<string>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: true),
                    To = table.Column<string>(type: "TEXT", nullable: true),
                    AlertId = table.Column<string>(type: "TEXT", nullable: true),
                    DrillId = table.Column<string>(type: "TEXT", nullable: true),
                    Failed = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Photo = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GearLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GearLines_Gear_GearId",
                        column: x => x.GearId,
                        principalTable: "Gear",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Gear_ShopId",
                table: "Gear",
                column: "ShopId");

            migrationBuilder.CreateIndex(
                name: "IX_Gear_StationId_Serial",
                table: "Gear",
                columns: new[] { "StationId", "Serial" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GearLines_At",
                table: "GearLines",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_GearLines_GearId",
                table: "GearLines",
                column: "GearId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GearLines");

            migrationBuilder.DropTable(
                name: "Gear");

            migrationBuilder.DropColumn(
                name: "Gear",
                table: "Stations");
        }
    }
}
