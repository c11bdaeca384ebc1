using System.Diagnostics;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class EcmaPatternTests
{
    [TestCase(@"^\d{5}(-\d{4})?$", "12345", true)]
    [TestCase(@"^\d{5}(-\d{4})?$", "12345-6789", true)]
    [TestCase(@"^\d{5}(-\d{4})?$", "12345\n", false)]
    [TestCase(@"^\d{5}$", "١٢٣٤٥", false)]
    [TestCase(@"\d", "x1y", true)]
    [TestCase(@"^\w$", "é", false)]
    [TestCase(@"^\s$", "\ufeff", true)]
    [TestCase(@"^\S$", "\u0085", true)]
    [TestCase("^.$", "😀", true)]
    [TestCase("^.$", "\u2028", false)]
    [TestCase("^.{3}$", "a😀b", true)]
    [TestCase("^[^a]$", "😀", true)]
    [TestCase("^[😀-😂]$", "😁", true)]
    [TestCase("^[😀-😂]$", "😃", false)]
    [TestCase(@"^\u{1F600}$", "😀", true)]
    [TestCase(@"^\uD83D\uDE00$", "😀", true)]
    [TestCase(@"^\p{Letter}+$", "aπЖ𐐀", true)]
    [TestCase(@"^\p{L}$", "1", false)]
    [TestCase(@"^\P{Lu}$", "A", false)]
    [TestCase(@"^[\p{Nd}_]+$", "٣_3", true)]
    [TestCase("^[]$", "a", false)]
    [TestCase("^[^]$", "\n", true)]
    [TestCase(@"\bfoo\b", "a foo b", true)]
    [TestCase(@"\bfoo\b", "éfoo", true)]
    [TestCase(@"^(?=.*\d)(?=.*[a-z]).{4,}$", "ab12", true)]
    [TestCase(@"^(?=.*\d)(?=.*[a-z]).{4,}$", "abcd", false)]
    [TestCase("(?<=a+)b", "aaab", true)]
    [TestCase("(?<!a)b", "ab", false)]
    [TestCase(@"^(?<q>['""]).*\k<q>$", "'x'", true)]
    [TestCase(@"^(?<q>['""]).*\k<q>$", "'x\"", false)]
    [TestCase(@"^(a)?\1$", "", true)]
    [TestCase(@"^\1(a)$", "a", true)]
    [TestCase(@"^[\w.-]+@[\w-]+\.\w+$", "a.b-c@d-e.org", true)]
    [TestCase(@"^\-\@\_$", "-@_", true)]
    [TestCase("^{a}$", "{a}", true)]
    [TestCase("a|b|", "", true)]
    [TestCase("^a{2,3}?$", "aaaa", false)]
    [TestCase(@"^[\b]$", "\b", true)]
    [TestCase(@"^\cJ\x41\0$", "\nA\0", true)]
    public void A_pattern_means_what_ecma262_says(string pattern, string text, bool expected) =>
        Compile(pattern).Match(text).Should().Be(expected ? PatternMatch.Matches : PatternMatch.DoesNotMatch);

    [TestCase(@"\a", 0)]
    [TestCase("(?P<name>x)", 0)]
    [TestCase("(?i)abc", 0)]
    [TestCase("(?#comment)a", 0)]
    [TestCase("(?>a)", 0)]
    [TestCase("^(abc]", 1)]
    [TestCase("[a", 0)]
    [TestCase("a)", 1)]
    [TestCase("*a", 0)]
    [TestCase("a**", 2)]
    [TestCase("a{2}{3}", 4)]
    [TestCase("a{3,2}", 1)]
    [TestCase("a{,2}", 1)]
    [TestCase("[z-a]", 1)]
    [TestCase(@"\p{Script=Greek}", 0)]
    [TestCase(@"\pL", 0)]
    [TestCase(@"\u{110000}", 0)]
    [TestCase(@"\k<x>", 0)]
    [TestCase(@"(a)\2", 3)]
    [TestCase(@"\012", 0)]
    [TestCase(@"\Z", 0)]
    [TestCase("(?<a>x)(?<a>y)", 7)]
    [TestCase("(?=a)*", 0)]
    [TestCase(@"(?:(a)|b)*\1", 9)]
    [TestCase("a\\", 1)]
    public void What_ecma262_does_not_know_is_refused_where_it_stands(string pattern, int position)
    {
        var result = EcmaPattern.Compile(pattern);

        result.Pattern.Should().BeNull();
        result.Error!.Message.Should().NotBeNullOrEmpty();
        result.Error.Position.Should().BeInRange(position, pattern.Length);
    }

    [TestCase("^(a+)+$")]
    [TestCase("^([a-zA-Z]+)*$")]
    [TestCase("(x+x+)+y")]
    [TestCase("^(a|a?)+$")]
    public void Explosive_patterns_run_in_linear_time(string pattern)
    {
        var compiled = Compile(pattern);
        var watch = Stopwatch.StartNew();

        compiled.IsLinear.Should().BeTrue();
        compiled.Match(new string('a', 50_000) + "!").Should().Be(PatternMatch.DoesNotMatch);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(2));
    }

    [Test]
    public void A_pattern_that_needs_backtracking_ends_undecided_at_the_time_limit()
    {
        var compiled = Compile(@"^(?=(a+)+$)");
        var watch = Stopwatch.StartNew();

        compiled.IsLinear.Should().BeFalse();
        compiled.Match(new string('a', 40) + "!").Should().Be(PatternMatch.Undecided);
        compiled.IsMatch(new string('a', 40) + "!").Should().BeFalse();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void Random_patterns_are_compiled_or_refused_but_never_crash([Values(11, 12)] int seed)
    {
        var random = new Random(seed);
        const string Alphabet = @"ab01\\\\(((??:<=!>))[[]]^^$$..**++{{,}}||--dDwWsSpPuxckbB0LN😀é ";
        for (var round = 0; round < 3_000; round++)
        {
            var pattern = string.Concat(
                Enumerable.Range(0, random.Next(1, 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])
            );
            var result = EcmaPattern.Compile(pattern);

            (result.Pattern is null).Should().Be(result.Error is not null, $"seed {seed}, pattern {pattern}");
            result.Pattern?.Match("ab01 😀");
        }
    }

    [Test]
    public void Both_engines_agree([Values(31, 32)] int seed)
    {
        var random = new Random(seed);
        string[] parts =
        [
            "a",
            "b",
            "[ab]",
            "[^a]",
            ".",
            "\\d",
            "\\b",
            "\\B",
            "^",
            "$",
            "(a|b)",
            "(?:ab)",
            "😀",
            "\\W",
            "c|",
        ];
        string[] quantifiers = ["", "", "", "*", "+", "?", "{2}", "{1,3}", "{2,}"];
        string[] characters = ["a", "b", "c", "0", " ", "😀", "é", "\n"];
        string Draw(string[] from) => from[random.Next(from.Length)];
        for (var round = 0; round < 2_000; round++)
        {
            var pattern = string.Concat(
                Enumerable.Range(0, random.Next(1, 5)).Select(_ => Draw(parts) + Draw(quantifiers))
            );
            if (EcmaPattern.Compile(pattern).Pattern is not { } compiled)
            {
                continue;
            }

            for (var i = 0; i < 8; i++)
            {
                var text = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Draw(characters)));
                compiled
                    .IsMatch(text)
                    .Should()
                    .Be(compiled.IsMatchByBacktracking(text), $"seed {seed}, /{pattern}/ on '{text}'");
            }
        }
    }

    [Test]
    public void Large_counts_are_matched_too()
    {
        Compile("^.{0,10000}$").Match(new string('é', 10_000)).Should().Be(PatternMatch.Matches);
        Compile("^.{0,10000}$").Match(new string('é', 10_001)).Should().Be(PatternMatch.DoesNotMatch);
        Compile("^(?:a{1,60}){1,60}$").Match(new string('a', 3_600)).Should().Be(PatternMatch.Matches);
        Compile("^(?:a{1,60}){1,60}$").Match(new string('a', 3_601)).Should().Be(PatternMatch.DoesNotMatch);
    }

    private static EcmaPattern Compile(string pattern) =>
        EcmaPattern.Compile(pattern) is { Pattern: { } compiled }
            ? compiled
            : throw new AssertionException(EcmaPattern.Compile(pattern).Error!.Message);
}
