using Conformance.NUnit;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.NUnit;

/// <summary>Settings of <c>dotnet test</c>.</summary>
public sealed class TestRunSettingsTests
{
    private static readonly RunOptions Default = new() { Specification = "specs/default.yaml" };

    [Test]
    public void Where_nothing_is_set_the_options_stay_as_they_are() =>
        TestRunSettings.Over(Default, _ => null).Should().Be(Default);

    [Test]
    public void What_is_set_is_laid_over_the_options()
    {
        var settings = new Dictionary<string, string>
        {
            ["CONFORMANCE_SPEC"] = "specs/other.yaml",
            ["CONFORMANCE_BASE_URL"] = "https://api.example.com",
            ["CONFORMANCE_ENVIRONMENT"] = "sandbox",
            ["CONFORMANCE_SEED"] = "7",
            ["CONFORMANCE_MAX_WAIT"] = "2m",
            ["CONFORMANCE_ALLOW_INCONCLUSIVE"] = "all",
            ["CONFORMANCE_ALLOW_WRITES"] = "true",
        };

        var options = TestRunSettings.Over(Default, settings.GetValueOrDefault);

        options
            .Should()
            .Be(
                Default with
                {
                    Specification = "specs/other.yaml",
                    BaseUrl = new Uri("https://api.example.com"),
                    Environment = "sandbox",
                    Seed = 7,
                    MaxWait = TimeSpan.FromMinutes(2),
                    AllowedInconclusive = null,
                    AllowWrites = true,
                }
            );
    }

    [TestCase("CONFORMANCE_BASE_URL", "localhost:8080")]
    [TestCase("CONFORMANCE_SEED", "seven")]
    [TestCase("CONFORMANCE_MAX_WAIT", "soon")]
    [TestCase("CONFORMANCE_ALLOW_INCONCLUSIVE", "some")]
    [TestCase("CONFORMANCE_STRICT", "very")]
    public void A_value_that_does_not_fit_is_named_with_what_would(string name, string value) =>
        FluentActions
            .Invoking(() => TestRunSettings.Over(Default, n => n == name ? value : null))
            .Should()
            .Throw<FormatException>()
            .WithMessage($"'{value}' does not fit {name}; expected *");
}
