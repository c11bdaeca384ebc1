using System.Diagnostics;
using System.Globalization;
using System.Text;
using Conformance.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Yaml;

/// <summary>Files that want to do harm, or are simply the wrong file: a diagnostic, and soon.</summary>
public sealed class HostileFileTests
{
    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("conformance-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void A_bomb_of_aliases_is_refused()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i <= 9; i++)
        {
            text.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");
        }

        Quickly(text.ToString()).Should().Be(("DOC-003", "aliases write out to more than 200000 values"));
    }

    [Test]
    public void A_bomb_of_merges_is_refused()
    {
        var text = new StringBuilder("a0: &a0 {k0: 1, k1: 1, k2: 1, k3: 1}\n");
        for (var i = 1; i <= 30; i++)
        {
            text.Append($"a{i}: &a{i} {{ x: *a{i - 1}, y: *a{i - 1}, <<: *a{i - 1} }}\n");
        }

        Quickly(text.ToString()).Id.Should().Be("DOC-003");
    }

    [Test]
    public void Aliases_that_nest_aliases_are_as_deep_as_what_they_write_out()
    {
        var text = new StringBuilder("a0: &a0 [x]\n");
        for (var i = 1; i <= 100; i++)
        {
            text.Append($"a{i}: &a{i} [*a{i - 1}]\n");
        }

        Quickly(text.ToString()).Message.Should().Be("nested deeper than 64 levels");
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    public void Deep_nesting_is_refused(string opening) =>
        Quickly(string.Concat(Enumerable.Repeat(opening, 100_000))).Message.Should().Be("nested deeper than 64 levels");

    [Test]
    public void An_alias_inside_its_own_anchor_is_refused() =>
        Quickly("a: &a [1, *a]\n").Message.Should().Be("alias '*a' refers to the value it stands in");

    [Test]
    public void An_alias_without_an_anchor_is_found_where_it_stands()
    {
        var finding = SpecificationLoader.LoadText("x.yaml", "info:\n  title: *nobody\n").Diagnostics.Single();
        (finding.Id, finding.Location.Line, finding.Location.Column).Should().Be(("DOC-110", 2, 10));
    }

    [Test]
    public void A_file_of_fifty_megabytes_is_not_even_read()
    {
        var path = Path.Combine(folder, "huge.yaml");
        using (var file = File.Create(path))
        {
            file.SetLength(50L * 1024 * 1024);
        }

        QuicklyLoad(path).Message.Should().EndWith("has 50 MB; at most 32 MB are read");
    }

    [Test]
    public void One_line_of_ten_megabytes_is_read()
    {
        var loaded = SpecificationLoader.LoadText("x.yaml", $"info: {{ title: \"{new string('x', 10_000_000)}\" }}\n");
        loaded.Specification!.Info.Title.Value.Should().HaveLength(10_000_000);
    }

    [TestCase("{{ $ref: '#/data_models/M{0}' }}")]
    [TestCase("{{ allOf: [ {{ $ref: '#/data_models/M{0}' }} ] }}")]
    [TestCase("{{ type: object, properties: {{ next: {{ $ref: '#/data_models/M{0}' }} }} }}")]
    public void A_chain_of_thousands_of_models_is_refused(string model)
    {
        var text = new StringBuilder("info: { title: t }\ndata_models:\n");
        for (var i = 0; i < 1_500; i++)
        {
            text.Append($"  M{i}: ").AppendFormat(CultureInfo.InvariantCulture, model, i + 1).Append('\n');
        }

        text.Append("  M1500: { type: string }\n");
        SpecificationLoader
            .LoadText("x.yaml", text.ToString())
            .Diagnostics.Select(d => (d.Id, d.Message))
            .Should()
            .Contain(("DOC-003", "'M0' leads through more than 1000 data models"));
    }

    [Test]
    public void Models_that_lead_back_to_each_other_are_fine()
    {
        const string text = """
            info: { title: t }
            data_models:
              A: { type: object, properties: { b: { $ref: "#/data_models/B" } } }
              B: { type: object, properties: { a: { $ref: "#/data_models/A" } } }

            """;
        SpecificationLoader.LoadText("x.yaml", text).Diagnostics.Should().NotContain(d => d.Id == "DOC-003");
    }

    [Test]
    public void A_number_of_a_billion_digits_is_refused_as_one()
    {
        const string text = """
            info: { title: t }
            data_models:
              A: { type: integer, minimum: 1e999999999 }

            """;
        SpecificationLoader
            .LoadText("x.yaml", text)
            .Diagnostics.Select(d => d.Message)
            .Should()
            .Contain("'minimum' must be a number, not the number 1e999999999");
    }

    [Test]
    public void A_million_unknown_keys_do_not_make_a_million_findings()
    {
        var text = new StringBuilder("info: { title: t }\n");
        for (var i = 0; i < 20_000; i++)
        {
            text.Append($"unknown_{i}: 1\n");
        }

        var loaded = SpecificationLoader.LoadText("x.yaml", text.ToString());
        loaded.Diagnostics.Should().HaveCount(501);
        loaded.Diagnostics[^1].Message.Should().Contain("more findings are not shown");
    }

    [TestCase(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0, 0, 1 }, "is a binary file: character U+0000 at offset 4")]
    [TestCase(new byte[] { 0x89, 0x50, 0x4E, 0x47 }, "is not UTF-8 text: invalid bytes at offset 0")]
    [TestCase(new byte[] { 0x61, 0x3A, 0x20, 0xC3, 0x28 }, "is not UTF-8 text: invalid bytes at offset 3")]
    public void A_binary_file_is_named_as_one(byte[] bytes, string message)
    {
        var finding = QuicklyLoad(Write("x.yaml", bytes));
        finding.Id.Should().Be("DOC-001");
        finding.Message.Should().EndWith(message);
    }

    [TestCase("")]
    [TestCase("\n\n")]
    [TestCase("# only a comment\n")]
    [TestCase("---\n...\n")]
    public void An_empty_file_is_named_as_one(string text) =>
        QuicklyLoad(Write("x.yaml", Encoding.UTF8.GetBytes(text))).Message.Should().EndWith("x.yaml' is empty");

    [TestCase("just text")]
    [TestCase("- a\n- b\n")]
    [TestCase("42")]
    public void A_file_that_is_no_mapping_is_named_as_one(string text) =>
        Quickly(text).Message.Should().StartWith("a specification must be a mapping of sections");

    [Test]
    public void A_missing_file_and_a_folder_without_files_are_named()
    {
        QuicklyLoad(Path.Combine(folder, "nothing.yaml")).Message.Should().StartWith("there is no file");
        QuicklyLoad(folder).Message.Should().EndWith("has no .yaml file");
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public void A_byte_order_mark_is_no_part_of_the_first_key(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. text.GetPreamble(), .. text.GetBytes("info: { title: \"Заказы\" }\n")];
        SpecificationLoader.Load(Write("x.yaml", bytes)).Specification!.Info.Title.Value.Should().Be("Заказы");
    }

    [TestCase("\r\n")]
    [TestCase("\n")]
    public void Lines_are_counted_alike_with_every_line_break(string lineBreak)
    {
        var text = string.Join(lineBreak, "info:", "  title: t", "  titel: t", "");
        var finding = SpecificationLoader.LoadText("x.yaml", text).Diagnostics.Single(d => d.Id == "DOC-103");
        (finding.Location.Line, finding.Location.Column, finding.Location.EndColumn).Should().Be((3, 3, 8));
    }

    [Test]
    public void A_tab_is_found_where_it_stands()
    {
        var finding = SpecificationLoader.LoadText("x.yaml", "info:\n  title: t\n\tversion: 1\n").Diagnostics.Single();
        (finding.Id, finding.Message, finding.Location.Line)
            .Should()
            .Be(("DOC-002", "a tab cannot be used for indentation", 3));
    }

    [TestCase("a: [1, 2\nb: 3\n")]
    [TestCase("a: {b: 1\nc: 2")]
    [TestCase("a: 'x\n")]
    [TestCase("a: b: c\n")]
    [TestCase("a: 1\na b\nc: 2")]
    [TestCase("a: @x\n")]
    [TestCase("a:\n  b: 1\n c: 2\n")]
    [TestCase("a: \"\\x4\"\nb: [")]
    [TestCase("? [a]\n: 1\n")]
    [TestCase("a: 1\n---\nb: 2\n")]
    public void What_is_no_YAML_has_a_place_and_a_repair(string text)
    {
        var findings = SpecificationLoader.LoadText("x.yaml", text).Diagnostics;
        findings.Should().NotBeEmpty().And.OnlyContain(d => d.Id == "DOC-002" && d.Location.Line > 0 && d.Fix != null);
    }

    [TestCase("info:\n  title: 'x\n")]
    [TestCase("info:\n  title: [x\n\n\n  \n")]
    [TestCase("info:\r\n  title: {x\r\n\r\n")]
    public void What_is_missing_at_the_end_is_found_on_the_last_line_that_has_anything(string text)
    {
        var location = SpecificationLoader.LoadText("x.yaml", text).Diagnostics.Single().Location;
        (location.Line, location.EndLine).Should().Be((2, 2));
    }

    [Test]
    public void Random_texts_never_throw()
    {
        const int seed = 20240115;
        const string alphabet = "ab:{}[]-*&!|>'\"%@`#?,\\ \n\t<=0\u0442";
        // Deterministic; the seed is in the failure message.
        var random = new Random(seed);
        for (var i = 0; i < 3_000; i++)
        {
            var text = new string([
                .. Enumerable.Range(0, random.Next(60)).Select(_ => alphabet[random.Next(alphabet.Length)]),
            ]);
            var load = () => Linter.Lint(SpecificationLoader.LoadText("x.yaml", text));
            load.Should().NotThrow("seed {0}, text {1}", seed, text);
        }
    }

    [Test]
    public void Orders_with_one_line_changed_never_throws()
    {
        const int seed = 7;
        var lines = File.ReadAllLines(RepositoryFiles.Spec("orders.yaml"));
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var changed = (string[])lines.Clone();
            var at = random.Next(changed.Length);
            changed[at] = random.Next(4) switch
            {
                0 => "",
                1 => changed[at] + " [",
                2 => changed[at].Split(':')[0] + ": {}",
                _ => changed[at].Split(':')[0] + ": []",
            };
            var load = () => Linter.Lint(SpecificationLoader.LoadText("x.yaml", string.Join('\n', changed)));
            load.Should().NotThrow("seed {0}, line {1}: {2}", seed, at + 1, changed[at]);
        }
    }

    [Test]
    public void A_cancelled_reading_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var load = () => SpecificationLoader.LoadText("x.yaml", "info: {}\n", cancelled.Token);
        load.Should().Throw<OperationCanceledException>();
    }

    private static (string Id, string Message) Quickly(string text)
    {
        var watch = Stopwatch.StartNew();
        var finding = SpecificationLoader.LoadText("x.yaml", text).Diagnostics.First(d => d.Id != "DOC-101");
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
        return (finding.Id, finding.Message);
    }

    private static (string Id, string Message) QuicklyLoad(string path)
    {
        var watch = Stopwatch.StartNew();
        var loaded = SpecificationLoader.Load(path);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5));
        loaded.HasErrors.Should().BeTrue();
        return (loaded.Diagnostics.Single().Id, loaded.Diagnostics.Single().Message);
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
