using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Fixing;
using Conformance.Specification.Yaml;
using FluentAssertions;
using NUnit.Framework;
using YamlSource = Conformance.Specification.Yaml.SourceText;

namespace Conformance.Tests.Specification.Yaml;

/// <summary>
/// Lines break where YAML 1.2 and editors break them: at LF, CR and both. NEL, LS and PS, which come along with texts from
/// web pages, are characters like others.
/// </summary>
[TestFixture('\u0085')]
[TestFixture('\u2028')]
[TestFixture('\u2029')]
[Parallelizable(ParallelScope.All)]
public sealed class LineBreakTests(char odd)
{
    [TestCase("# x@y\nk: 1\nz: 1\n", 3, TestName = "In a comment")]
    [TestCase("# x@y\r\nk: 1\r\nz: 1\r\n", 3, TestName = "In a comment, lines of Windows")]
    [TestCase("k: x@y\nz: 1\n", 2, TestName = "In a plain text")]
    [TestCase("k: 'x@y'\nz: 1\n", 2, TestName = "In single quotes")]
    [TestCase("k: \"x@y\n  and@more\"\nz: 1\n", 3, TestName = "In double quotes over two lines")]
    [TestCase("k: |\n  x@y\n  @\nz: 1\n", 4, TestName = "In a block")]
    [TestCase("k: >-\n  x@y\n\n  @\nz: 1\n", 5, TestName = "In a folded block")]
    [TestCase("x@y: { a@b: [c@d,\r  e] }\rz: 1\r", 3, TestName = "In keys, lines of old Macs")]
    public void What_follows_is_where_an_editor_shows_it(string text, int line)
    {
        var (root, _) = Read(text);

        var key = root!.Entry("z")!.Key.Span;
        (key.Line, key.Column, key.EndLine, key.EndColumn).Should().Be((line, 1, line, 2));
    }

    [TestCase("k: x@y\n", "x@y")]
    [TestCase("k: \"x@y\"\n", "x@y")]
    [TestCase("k: |\n  x@y\n  z\n", "x@y\nz\n")]
    [TestCase("k: \ue000@\n", "\ue000@")]
    public void It_is_kept(string text, string expected)
    {
        var (root, _) = Read(text);

        ((YamlScalar)root!.Find("k")!).Text.Should().Be(With(expected));
    }

    [Test]
    public void An_error_behind_it_is_where_an_editor_shows_it()
    {
        var (_, found) = Read("# x@y\nk: 1@2\n\tz: 1\n");

        found.Should().ContainSingle().Which.Location.Should().Match<object>(l => l.ToString() == "x.yaml:3:1");
    }

    [Test]
    public void A_bad_escape_beside_it_is_quoted_as_it_is_written()
    {
        var (_, found) = Read("k: { a: \"x@y\\d\\w\", b: \"\\s\" }\n");

        found
            .Select(d => (d.Location.ToString(), d.Fix))
            .Should()
            .Equal(("x.yaml:1:9", With("write 'x@y\\d\\w'")), ("x.yaml:1:23", "write '\\s'"));
    }

    [Test]
    public void A_repair_behind_it_is_made_in_place()
    {
        var loaded = SpecificationLoader.LoadText(
            "x.yaml",
            With("# x@y\ndata_models: { A@: { type: string, maxLength: \"50\" } }\n")
        );

        var repaired = SpecificationFixer.Fix(loaded.Sources, Linter.Lint(loaded)).Should().ContainSingle().Subject;

        repaired.Text.Should().Be(With("# x@y\ndata_models: { A@: { type: string, maxLength: 50 } }\n"));
    }

    [Test]
    public void A_suppression_behind_it_is_about_its_line()
    {
        var loaded = SpecificationLoader.LoadText(
            "x.yaml",
            With("# x@y\ninfo:\n  title: a@b\n  # conformance: ignore DOC-106 ours@\n  status: Odd\n")
        );

        Linter.Lint(loaded).Should().NotContain(d => d.Id == "DOC-106" || d.Id.StartsWith("SUP"));
    }

    private string With(string text) => text.Replace('@', odd);

    private (YamlMapping? Root, IReadOnlyList<Diagnostic> Found) Read(string text)
    {
        var bag = new DiagnosticBag();
        var root = YamlReader.Read(new YamlSource("x.yaml", With(text)), bag, default);
        return ((YamlMapping?)root, bag.ToSorted());
    }
}
