using System.Globalization;
using System.Text.Json;
using Conformance.Specification.Model;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Conformance.Specification.Writing;

/// <summary>Writes a scenario of calls as an entry of <c>test_scenarios</c> that can be added to a specification as it is.</summary>
public static class ScenarioWriter
{
    /// <summary>The entry under the key of its kind, in YAML without a final line end.</summary>
    /// <param name="scenario">The scenario; steps that call no operation are left out.</param>
    /// <param name="kind">Its kind as the dialect spells it.</param>
    public static string Write(TestScenario scenario, string kind)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var entry = new YamlMappingNode
        {
            { "name", Quoted(scenario.Name.Value) },
            { "steps", new YamlSequenceNode(scenario.Steps.OfType<ScenarioStep.Call>().Select(Call)) },
        };
        var root = new YamlMappingNode { { kind, new YamlSequenceNode(entry) } };
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\n...", "", StringComparison.Ordinal).TrimEnd();
    }

    private static YamlMappingNode Call(ScenarioStep.Call call)
    {
        var node = new YamlMappingNode { { "call", call.Endpoint.OperationId.Value } };
        Add(node, "as", call.As?.Value);
        Add(node, "on", call.On?.Value);
        if (call.Payload?.Literal is { } body)
        {
            node.Add("body", Node(body.Value));
        }

        var expect = new YamlMappingNode();
        Add(expect, "status", call.ExpectedStatus?.Value.ToString(CultureInfo.InvariantCulture));
        Add(expect, "error", call.ExpectedError?.Value);
        if (!call.ExpectedFields.IsEmpty)
        {
            expect.Add("fields", Mapping(call.ExpectedFields));
        }

        if (!call.Lists.IsEmpty)
        {
            expect.Add("lists", new YamlSequenceNode(call.Lists.Select(l => new YamlScalarNode(l.Value))));
        }

        if (expect.Children.Count > 0)
        {
            node.Add("expect", expect);
        }

        return node;
    }

    private static YamlNode Node(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Mapping(value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value))),
            JsonValueKind.Array => new YamlSequenceNode(value.EnumerateArray().Select(Node)),
            JsonValueKind.String => Quoted(value.GetString()!),
            _ => new YamlScalarNode(value.GetRawText()),
        };

    private static YamlMappingNode Mapping(IEnumerable<KeyValuePair<string, JsonElement>> properties) =>
        new(properties.Select(p => KeyValuePair.Create(Key(p.Key), Node(p.Value))));

    private static YamlNode Key(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || c == '_')
            ? new YamlScalarNode(name)
            : Quoted(name);

    // Always in quotes: what a text says never turns into a number, a truth value or nothing.
    private static YamlScalarNode Quoted(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };

    private static void Add(YamlMappingNode node, string key, string? value)
    {
        if (value is not null)
        {
            node.Add(key, new YamlScalarNode(value));
        }
    }
}
