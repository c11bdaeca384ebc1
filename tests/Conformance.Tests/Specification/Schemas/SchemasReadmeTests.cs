using System.Text.RegularExpressions;
using Conformance.Specification.Schemas;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Schemas;

public sealed class SchemasReadmeTests
{
    [Test]
    public void The_page_lists_the_enforced_keywords() =>
        Names("Enforced in 2020-12:", "with `then`")
            .Should()
            .BeEquivalentTo(SchemaValidator.EnforcedKeywords(SchemaDraft.Draft202012));

    [Test]
    public void The_page_lists_the_known_formats() =>
        Names("Checked:", "Spellings such as").Should().BeEquivalentTo(SchemaFormats.Names);

    private static IEnumerable<string> Names(string from, string to)
    {
        var start = SchemasReadme.Text.IndexOf(from, StringComparison.Ordinal);
        var end = SchemasReadme.Text.IndexOf(to, start, StringComparison.Ordinal);
        return Regex.Matches(SchemasReadme.Text[start..end], "`([^`]+)`").Select(match => match.Groups[1].Value);
    }
}
