using Conformance.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Reading;

/// <summary><c>deprecated</c> of an endpoint.</summary>
public sealed class DeprecationTests
{
    [TestCase("true", true)]
    [TestCase("false", false)]
    public void It_may_be_a_word(string word, bool isDeprecated) =>
        (Read(word).Specification!.Endpoints[0].Deprecated is not null).Should().Be(isDeprecated);

    [Test]
    public void It_may_tell_dates_and_what_to_use_instead()
    {
        var deprecated = Read("{ since: \"2026-07-01\", sunset: \"2027-01-31\", replacement: search }")
            .Specification!.Endpoints[0]
            .Deprecated!;

        deprecated.Since!.Value.Should().Be("2026-07-01");
        deprecated.Sunset!.Value.Should().Be("2027-01-31");
        deprecated.Replacement!.Value.Should().Be("search");
    }

    [Test]
    public void A_date_is_a_date() =>
        Read("{ sunset: soon }").Diagnostics.Should().Contain(d => d.Message.Contains("'sunset' must be a date"));

    private static LoadResult Read(string deprecated) =>
        SpecificationLoader.LoadText(
            "a.yaml",
            $"endpoints: [{{ endpoint: {{ method: GET, path: /v1/a, deprecated: {deprecated}, responses: {{ 200: {{}} }} }} }}]"
        );
}
