using Conformance.Specification.Model;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Scenarios;

/// <summary>One scenario.</summary>
internal static class ScenarioReader
{
    public static TestScenario? Read(MappingReader reader, ScenarioKind kind, ScenarioScope scope)
    {
        var name = reader.RequiredText("name");
        var endpoint = CallReader.FirstOperation(reader, scope) ?? scope.Of(reader, kind);
        var isBlock = reader.Source.Find("request") is YamlMapping block && !PayloadReader.IsUnquoted(block);
        var request = isBlock ? reader.Mapping("request", "the request") : null;
        var expected = reader.Mapping("expected", "what is expected");
        var payloads = new PayloadReader(reader.Context, scope.Fields, endpoint?.Request?.Schema);
        var scenario = new TestScenario
        {
            Kind = kind,
            Name = name ?? new Located<string>("", reader.Location),
            Preconditions = reader.Texts("preconditions").AddRange(reader.Texts("precondition")),
            Setup = reader.Text("setup"),
            Endpoint = endpoint,
            Payload = Payload(reader, request, payloads),
            Headers = [.. Headers(request ?? reader)],
            ExpectedStatus = expected?.Integer("status") ?? reader.Integer("expected_status"),
            ExpectedError = expected?.Text("error") ?? reader.Text("expected_error"),
            ResponseContains = expected?.Texts("response_contains") ?? reader.Texts("response_contains"),
            Postconditions = PostconditionReader.Read(reader, scope),
            Steps = StepReader.Read(reader, endpoint, payloads, scope),
            Location = reader.Location,
        };
        request?.Ignore("method", "path", "operation");
        request?.End();
        expected?.End();
        reader.Ignore(
            "method",
            "path",
            "operation",
            "description",
            "expected_status",
            "expected_error",
            "response_contains"
        );
        reader.Ignore("request", "headers");
        reader.End();
        return name is null ? null : scenario;
    }

    private static PayloadExpression? Payload(MappingReader reader, MappingReader? request, PayloadReader payloads)
    {
        var node = request is null ? reader.Value("request") : request.Value("body");
        return node is null ? null : payloads.Read(node);
    }

    private static IEnumerable<KeyValuePair<string, Located<string>>> Headers(MappingReader reader)
    {
        foreach (var entry in reader.Entries("headers"))
        {
            if (reader.Context.Text(entry.Value, $"header '{entry.Key.Text}'") is { } value)
            {
                yield return KeyValuePair.Create(entry.Key.Text, value);
            }
        }
    }
}
