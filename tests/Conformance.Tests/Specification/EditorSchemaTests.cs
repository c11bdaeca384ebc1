using System.Text.Json;
using Conformance.Specification;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Schemas;
using Conformance.Specification.Yaml;
using FluentAssertions;
using NUnit.Framework;
using YamlSource = Conformance.Specification.Yaml.SourceText;

namespace Conformance.Tests.Specification;

/// <summary>
/// The schema that editors complete and check specifications with. The loader is the authority on the dialect; the
/// schema must know the same keys, or an editor marks what is right, or offers what is wrong.
/// </summary>
[TestFixture]
public sealed class EditorSchemaTests
{
    private const string Unknown = "unknown-key";
    private static readonly JsonElement Schema = JsonDocument
        .Parse(File.ReadAllText(RepositoryFiles.Spec("integration-spec.schema.json")))
        .RootElement.Clone();

    private static readonly string[] Specifications =
    [
        RepositoryFiles.Spec("orders.yaml"),
        RepositoryFiles.Spec("parcels.yaml"),
        RepositoryFiles.Fixture("..", "Simulator", "tickets.yaml"),
        RepositoryFiles.Fixture("..", "Run", "notes.yaml"),
        RepositoryFiles.Fixture("..", "Run", "Access", "jwt.yaml"),
        RepositoryFiles.Fixture("..", "Run", "Access", "basic.yaml"),
        RepositoryFiles.Fixture("..", "Run", "Access", "mtls.yaml"),
        .. Directory
            .EnumerateFiles(RepositoryFiles.Fixture("SourceText"), "*.yaml")
            // Its escape "\d" is no YAML; the loader mends it, editors rightly mark it.
            .Where(file => Path.GetFileName(file) != "endpoint.yaml")
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<TestCaseData<string>> Files() =>
        Specifications.Select(file => new TestCaseData<string>(file).SetArgDisplayNames(Path.GetFileName(file)));

    [TestCaseSource(nameof(Files))]
    public void What_the_loader_takes_the_schema_takes(string file) =>
        Validator()
            .Validate(YamlJson.Element(Read(File.ReadAllText(file))))
            .Select(v => v.ToString())
            .Should()
            .BeEmpty();

    [TestCaseSource(nameof(Files))]
    public void Every_block_has_the_keys_that_the_loader_knows(string file)
    {
        var blocks = Blocks(Schema).ToHashSet();
        var text = WithUnknownKeys(File.ReadAllText(file));
        var listed = SpecificationLoader
            .LoadText("spec.yaml", text)
            .Diagnostics.Where(d => d.Id == LoaderRules.UnknownKey.Id && d.Actual == Unknown)
            .Select(d => d.Expected!["one of ".Length..])
            // A long list is cut in the message; schemas are the only block with so many keys.
            .Where(keys => !keys.EndsWith(" more", StringComparison.Ordinal))
            .Distinct();
        listed.Except(blocks).Should().BeEmpty("the schema describes a block with exactly these keys");
    }

    [TestCaseSource(nameof(Files))]
    public void A_key_that_the_loader_refuses_the_schema_refuses(string file)
    {
        var text = File.ReadAllText(file) + $"\n{Unknown}: 1\n";
        var loaded = SpecificationLoader.LoadText("spec.yaml", text);
        loaded.Diagnostics.Should().Contain(d => d.Id == LoaderRules.UnknownKey.Id && d.Actual == Unknown);
        Validator().IsValid(YamlJson.Element(Read(text))).Should().BeFalse();
    }

    [Test]
    public void Every_key_is_explained() =>
        Blocks(Schema, (name, schema) => IsExplained(schema) ? null : name)
            .Where(name => name.Length > 0)
            .Should()
            .BeEmpty("an editor shows the description when a key is hovered over");

    private static bool IsExplained(JsonElement schema) =>
        schema.ValueKind is not JsonValueKind.Object
        || schema.TryGetProperty("description", out _)
        || schema.TryGetProperty("$ref", out _)
        || !schema.EnumerateObject().Any();

    private static SchemaValidator Validator() => SchemaValidator.Compile(Schema).Validator!;

    private static YamlMapping Read(string text) =>
        (YamlMapping)YamlReader.Read(new YamlSource("spec.yaml", text), new DiagnosticBag(), default)!;

    /// <summary>The key lists of all closed objects in the schema, written as the loader's messages write them.</summary>
    private static IEnumerable<string> Blocks(JsonElement schema) =>
        Objects(schema)
            .Where(o => o.TryGetProperty("additionalProperties", out var more) && more.ValueKind is JsonValueKind.False)
            .Select(o =>
                string.Join(
                    ", ",
                    o.GetProperty("properties")
                        .EnumerateObject()
                        .Select(p => p.Name)
                        .Concat(Patterned(o))
                        .Where(name => name != "addition")
                        .Order(StringComparer.Ordinal)
                )
            );

    private static IEnumerable<string> Blocks(JsonElement schema, Func<string, JsonElement, string?> of) =>
        Objects(schema)
            .Where(o => o.TryGetProperty("properties", out var p) && p.ValueKind is JsonValueKind.Object)
            .SelectMany(o => o.GetProperty("properties").EnumerateObject().Select(p => of(p.Name, p.Value) ?? ""));

    // The loader names the percentiles that people use; the schema admits any.
    private static IEnumerable<string> Patterned(JsonElement schema) =>
        schema.TryGetProperty("patternProperties", out var patterns)
        && patterns.EnumerateObject().Any(p => p.Name.Contains("response_time", StringComparison.Ordinal))
            ? ["response_time_p50", "response_time_p95", "response_time_p99"]
            : [];

    private static IEnumerable<JsonElement> Objects(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            _ => [],
        };

    /// <summary>The text with an unknown key before the second key of every block mapping.</summary>
    private static string WithUnknownKeys(string text)
    {
        var lines = text.Split('\n').ToList();
        var places = Mappings(Read(text))
            .Where(m => !m.IsFlow && m.Entries.Length > 1)
            .Select(m => m.Entries[1].Key.Location)
            .DistinctBy(place => place.Line)
            .OrderByDescending(place => place.Line);
        foreach (var place in places)
        {
            lines.Insert(place.Line - 1, $"{new string(' ', place.Column - 1)}{Unknown}: 1");
        }

        return string.Join('\n', lines);
    }

    private static IEnumerable<YamlMapping> Mappings(YamlNode node) =>
        node switch
        {
            YamlMapping mapping => mapping.Entries.SelectMany(e => Mappings(e.Value)).Prepend(mapping),
            YamlSequence list => list.Items.SelectMany(Mappings),
            _ => [],
        };
}
