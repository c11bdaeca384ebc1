using Conformance.Specification.Diagnostics;
using Conformance.Specification.Yaml;
using FluentAssertions;
using NUnit.Framework;
using YamlSource = Conformance.Specification.Yaml.SourceText;

namespace Conformance.Tests.Specification.Yaml;

public sealed class YamlTreeTests
{
    [Test]
    public void Every_node_knows_its_path()
    {
        var root = Read("a:\n  - b: 1\n  - \"/c/d\": [x]\n");
        var item = (YamlMapping)((YamlSequence)root.Find("a")!).Items[1];
        ((YamlSequence)item.Find("/c/d")!).Items[0].Location.Path.Should().Be("a[1][\"/c/d\"][0]");
    }

    [Test]
    public void A_block_ends_where_its_last_value_does()
    {
        var root = Read("a:\n  b: 1\n  c: two\n\nd: 3\n");
        var span = root.Find("a")!.Span;
        (span.Line, span.Column, span.EndLine, span.EndColumn).Should().Be((2, 3, 3, 9));
    }

    [Test]
    public void A_flow_collection_ends_after_its_bracket()
    {
        var span = Read("a: [1, 2]\n").Find("a")!.Span;
        (span.Column, span.EndColumn).Should().Be((4, 10));
    }

    [TestCase("a:\n ?", 2, 3)]
    [TestCase("a:\n b:\n ?", 3, 3)]
    [TestCase("a: |\n  x", 2, 4)]
    [TestCase("a: |\n  x\n", 3, 1)]
    public void Nothing_ends_behind_the_last_line(string text, int line, int column)
    {
        var span = Read(text).Find("a")!.Span;
        (span.EndLine, span.EndColumn).Should().Be((line, column));
    }

    [TestCase("a: |\n  x\n", 3)]
    [TestCase("a: |\n\n      x\n", 7)]
    [TestCase("a: |2-\n    x\n", 3)]
    [TestCase("a: |\r\n x\r\n", 2)]
    public void A_block_knows_where_its_lines_stand(string text, int column) =>
        ((YamlScalar)Read(text).Find("a")!).Block.Should().Be((2, column));

    [Test]
    public void An_alias_is_the_value_of_its_anchor()
    {
        var root = Read("a: &x { b: 1 }\nc: *x\n");
        root.Find("c").Should().BeSameAs(root.Find("a"));
    }

    [Test]
    public void A_merge_brings_what_is_not_written_out()
    {
        var root = Read("a: &x { b: 1, c: 2 }\nd: { c: 3, <<: *x }\n");
        var merged = (YamlMapping)root.Find("d")!;
        merged.Entries.Select(e => (e.Key.Text, ((YamlScalar)e.Value).Text)).Should().Equal(("c", "3"), ("b", "1"));
    }

    [Test]
    public void All_bad_escapes_are_found_in_one_go()
    {
        var bag = new DiagnosticBag();
        YamlReader.Read(new YamlSource("x.yaml", "a: \"\\d\"\nb: \"it's \\w\\n\"\n"), bag, default);
        bag.ToSorted()
            .Select(d => (d.Location.Line, d.Fix))
            .Should()
            .Equal((1, @"write '\d'"), (2, @"write 'it''s \w\n'"));
    }

    [TestCase("12", "12")]
    [TestCase("-7", "-7")]
    [TestCase("+7", "7")]
    [TestCase("010", "10")]
    [TestCase("0o10", "8")]
    [TestCase("0x1F", "31")]
    [TestCase("299.90", "299.90")]
    [TestCase(".5", "0.5")]
    [TestCase("1.", "1")]
    [TestCase("1e3", "1e3")]
    [TestCase("1E-3", "1E-3")]
    public void A_number_keeps_its_digits(string text, string json) => CoreSchema.JsonNumber(text).Should().Be(json);

    [TestCase("NO")]
    [TestCase("yes")]
    [TestCase("1_000")]
    [TestCase("12:30:45")]
    [TestCase("2024-01-15")]
    [TestCase("-")]
    [TestCase(".")]
    [TestCase("1e")]
    [TestCase("0x")]
    [TestCase("0o8")]
    [TestCase("1 2")]
    [TestCase("")]
    public void A_text_is_no_number(string text) => CoreSchema.JsonNumber(text).Should().BeNull();

    [Test]
    public void Values_become_JSON_by_the_core_schema() =>
        YamlJson
            .Element(Read("{ a: NO, b: 010, c: 299.90, d: \"1\", e: ~, f: true, g: [x], h: {}, i: 12:30 }"))
            .GetRawText()
            .Should()
            .Be(
                "{\"a\":\"NO\",\"b\":10,\"c\":299.90,\"d\":\"1\",\"e\":null,\"f\":true,\"g\":[\"x\"],\"h\":{},\"i\":\"12:30\"}"
            );

    private static YamlMapping Read(string text)
    {
        var bag = new DiagnosticBag();
        var root = YamlReader.Read(new YamlSource("x.yaml", text), bag, default);
        bag.ToSorted().Should().BeEmpty();
        return (YamlMapping)root!;
    }
}
