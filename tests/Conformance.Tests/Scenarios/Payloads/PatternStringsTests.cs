using Conformance.Scenarios.Payloads;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios.Payloads;

[TestFixture]
internal sealed class PatternStringsTests
{
    private readonly PatternStrings patterns = new();

    [TestCase(@"^\d{5}(-\d{4})?$")]
    [TestCase(@"^[A-Za-z0-9_-]+$")]
    [TestCase(@"^PC[0-9]{10}$")]
    [TestCase(@"^[a-z][a-z0-9-]{1,15}$")]
    [TestCase(@"^(?:red|green|blue)$")]
    [TestCase(@"^[\w.]+@[\w.]+$")]
    [TestCase(@"^(a|b)*a(a|b){40}$", Description = "2^40 states in an automaton without choices")]
    [TestCase(@"^[A-Z]{2}([0-9a-f]{4}-?)+[\w.]{20,60}$", Description = "the same, as people write it")]
    [TestCase(@"^[a-z]{2000}$", Description = "a state for every character")]
    public void Generated_strings_match(string pattern)
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var text = patterns.Generate(pattern, seed, 0, int.MaxValue);
            text.Should().NotBeNull("seed {0}", seed);
            patterns.IsMatch(pattern, text!).Should().BeTrue("seed {0}: {1}", seed, text);
        }
    }

    [TestCase(@"^(?=.*\d)(?=.*[a-z]).{8}$", Description = "look-ahead, which the automaton library reads as a group")]
    [TestCase(@"^(a)\1$", Description = "a back-reference")]
    [TestCase(@"^(unclosed$", Description = "no pattern at all")]
    public void What_cannot_be_generated_is_not_generated_wrongly(string pattern)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            if (patterns.Generate(pattern, seed, 0, int.MaxValue) is { } text)
            {
                patterns.IsMatch(pattern, text).Should().BeTrue("seed {0}: {1}", seed, text);
            }
        }
    }

    [Test]
    public void A_string_is_stretched_where_its_pattern_repeats()
    {
        patterns
            .Stretch("^[A-Z]{4}-[0-9]+$", "CUST-12345", 50)
            .Should()
            .HaveLength(50)
            .And.MatchRegex("^CUST-[0-9]{45}$");
        patterns.Stretch(@"^\d{5}(-\d{4})?$", "12345", 7).Should().BeNull();
    }
}
