using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Endpoints;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>error_codes</c>.</summary>
internal static class ErrorCodesReader
{
    public static ImmutableArray<ErrorCode> Read(MappingReader root) =>
        [.. root.Entries("error_codes").Select(e => One(e, root.Context)).OfType<ErrorCode>()];

    private static ErrorCode? One(YamlEntry entry, ReadingContext context)
    {
        if (context.Mapping(entry.Value, $"error code '{entry.Key.Text}'") is not { } reader)
        {
            return null;
        }

        var status = Status(reader);
        var headers = reader.Entries("headers").Select(e => HeaderReader.Response(e, context)).ToImmutableArray();
        var (text, meaning) = RetryStrategyReader.Read(reader);
        var code = new ErrorCode(
            new Located<string>(entry.Key.Text, entry.Key.Location),
            status ?? new Located<int>(0, reader.Location),
            reader.Text("description"),
            text,
            reader.Text("resolution"),
            headers,
            reader.Location
        )
        {
            Retry = meaning,
        };
        reader.End();
        return status is null ? null : code;
    }

    private static Located<int>? Status(MappingReader reader)
    {
        if (reader.Value("http_status") is not { } node)
        {
            reader.Missing("http_status");
            return null;
        }

        var status = reader.Context.Integer(node, "'http_status'");
        if (status is { Value: < 400 or > 599 })
        {
            reader.Context.WrongType(node, "'http_status'", "an HTTP error status, 400 to 599");
            return null;
        }

        return status;
    }
}
