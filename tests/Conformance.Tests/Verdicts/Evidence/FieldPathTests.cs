using Conformance.Tests.Verdicts.Given;
using Conformance.Verdicts.Evidence;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Verdicts.Evidence;

/// <summary>Where paths of a specification lead in a body.</summary>
internal sealed class FieldPathTests
{
    private const string Body =
        """{"a.b":7,"a":{"b":8,"c":9},"items":[{"q":1},{"q":2}],"grid":[[3,4],[5]],"none":[]}""";

    [TestCase("a.b", "7", Description = "the longest name wins")]
    [TestCase("a.c", "9")]
    [TestCase("items[0].q", "1")]
    [TestCase("items[1].q", "2")]
    [TestCase("items[2].q", "")]
    [TestCase("items[x].q", "")]
    [TestCase("items[-1].q", "")]
    [TestCase("items[0.q", "")]
    [TestCase("items.q", "")]
    [TestCase("items[].q", "1 2")]
    [TestCase("items[*].q", "1 2")]
    [TestCase("grid[][0]", "3 5")]
    [TestCase("grid[0][]", "3 4")]
    [TestCase("none[].q", "")]
    [TestCase("a[].q", "")]
    public void Leads_to(string path, string values) =>
        string.Join(' ', FieldPath.Select(Sample.Json(Body), path).Select(v => v.GetRawText())).Should().Be(values);

    [TestCase("items[].q", true)]
    [TestCase("items[].p", false)]
    [TestCase("grid[][1]", false, Description = "one row is shorter")]
    [TestCase("a.c", true)]
    [TestCase("a[].c", false)]
    [TestCase("", true)]
    public void Exists_in_every_element(string path, bool exists) =>
        FieldPath.Exists(Sample.Json(Body), path).Should().Be(exists);

    [TestCase("items[3].price", "items[].price")]
    [TestCase("[12][3].a", "[][].a")]
    [TestCase("items[x].price", "items[x].price")]
    [TestCase("items[3", "items[3")]
    [TestCase("items[", "items[")]
    public void Positions_are_left_out(string path, string without) =>
        FieldPath.WithoutIndices(path).Should().Be(without);

    [TestCase("", "$")]
    [TestCase("[0].a", "$[0].a")]
    [TestCase("a.b", "$.a.b")]
    public void Is_shown_from_the_root(string path, string shown) => FieldPath.Display(path).Should().Be(shown);

    [TestCase("\"text\"", "text")]
    [TestCase("7", null)]
    [TestCase("\"\\ud800\"", null, Description = "half a character is no text")]
    public void Text_is_a_string_of_Unicode(string json, string? text) =>
        FieldPath.TextOf(Sample.Json(json)).Should().Be(text);
}
