namespace WhistleNet.People;

public sealed class PasswordAdviceTests
{
    [Theory]
    [InlineData(null, Strength.TooShort)]
    [InlineData("1234567", Strength.TooShort)]
    [InlineData("12345678", Strength.Guessable)]
    [InlineData("87654321", Strength.Guessable)]
    [InlineData("1234567890", Strength.Guessable)]
    [InlineData("aaaaaaaaaaaaaaaa", Strength.Guessable)]
    [InlineData("Password123", Strength.Guessable)]
    [InlineData("woaini1314", Strength.Guessable)]
    [InlineData("wang2026", Strength.Guessable)]
    [InlineData("tram bell", Strength.Fair)]
    [InlineData("我家楼下的馄饨最好吃", Strength.Fair)]
    [InlineData("the tram bell rings at six", Strength.Good)]
    public void Length_counts_and_what_everybody_tries_first_does_not(string? password, Strength strength) => Assert.Equal(strength, PasswordAdvice.Of(password, "wang"));
}
