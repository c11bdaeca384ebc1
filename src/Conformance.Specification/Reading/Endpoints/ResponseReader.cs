using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Model;
using Conformance.Specification.Reading.Inference;
using Conformance.Specification.Reading.Schemas;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Endpoints;

/// <summary>
/// Declared responses. An error response takes the standard fields of <c>error_format</c>; a 429 that says nothing of
/// its body takes that of <c>rate_limits.exceeded_response</c>.
/// </summary>
internal sealed class ResponseReader(ErrorFormat? errorFormat, ResponseDefinition? exceeded)
{
    private const string Default = "default";

    /// <summary>The responses of single statuses, and those of all others.</summary>
    public (ImmutableArray<ResponseDefinition> Responses, ImmutableArray<ResponseRange> Others) ReadAll(
        MappingReader endpoint
    )
    {
        var responses = ImmutableArray.CreateBuilder<ResponseDefinition>();
        var others = ImmutableArray.CreateBuilder<ResponseRange>();
        foreach (var entry in endpoint.Entries("responses"))
        {
            if (RangeOf(entry.Key.Text) is not var (first, last))
            {
                if (Entry(entry, endpoint.Context) is { } response)
                {
                    responses.Add(response);
                }
            }
            else if (Entry(entry, first, endpoint.Context) is { } response)
            {
                var name = entry.Key.Text == Default ? Default : entry.Key.Text.ToUpperInvariant();
                others.Add(new ResponseRange(name, first, last, response));
            }
        }

        // What says more comes first: a class before the rest.
        return (responses.ToImmutable(), [.. others.OrderBy(r => r.Last - r.First)]);
    }

    /// <summary>Reads a response whose status is known.</summary>
    public ResponseDefinition Read(MappingReader reader, Located<int> status)
    {
        var headers = reader.Entries("headers").Select(e => HeaderReader.Response(e, reader.Context));
        var (schema, example) = BodyReader.Read(reader);
        var response = new ResponseDefinition(
            status,
            reader.Text("description"),
            [.. headers],
            reader.Text("content_type"),
            schema,
            example,
            ErrorCodeOf(reader),
            reader.Location
        )
        {
            OwnSchema = schema,
        };
        return Complete(response);
    }

    private static (int First, int Last)? RangeOf(string key) =>
        key == Default ? (100, 599)
        : key is [>= '1' and <= '5', 'X' or 'x', 'X' or 'x'] ? ((key[0] - '0') * 100, (key[0] - '0') * 100 + 99)
        : null;

    private ResponseDefinition? Entry(YamlEntry entry, ReadingContext context)
    {
        if (
            !int.TryParse(entry.Key.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            || status is < 100 or > 599
        )
        {
            context.WrongType(entry.Key, "a response", "an HTTP status such as 201, a class such as 4XX, or default");
            return null;
        }

        return Entry(entry, status, context);
    }

    private ResponseDefinition? Entry(YamlEntry entry, int status, ReadingContext context)
    {
        var located = new Located<int>(status, entry.Key.Location);
        if (entry.Value is YamlScalar { IsNull: false } description)
        {
            return Complete(Bare(located, new Located<string>(description.Text, description.Location)));
        }

        if (context.Mapping(entry.Value, $"response {entry.Key.Text}") is not { } reader)
        {
            return null;
        }

        var response = Read(reader, located);
        reader.End();
        return response;
    }

    private static ResponseDefinition Bare(Located<int> status, Located<string> description) =>
        new(status, description, [], null, null, null, null, description.Location);

    private ResponseDefinition Complete(ResponseDefinition response)
    {
        if (response is { Status.Value: 429, Schema: null } && exceeded is not null)
        {
            response = response with
            {
                Schema = exceeded.Schema,
                Example = exceeded.Example,
                ErrorCode = exceeded.ErrorCode,
                ContentType = exceeded.ContentType,
            };
        }

        if (response.Status.Value >= 400 && errorFormat is not null)
        {
            response = response with
            {
                Schema = ErrorFields.Merge(errorFormat.Schema, response.Schema, response.Location),
                ContentType =
                    response.ContentType ?? new Located<string>(errorFormat.ContentType, errorFormat.Location),
            };
        }

        return response.Schema is null || response.ContentType is not null
            ? response
            : response with
            {
                ContentType = new Located<string>("application/json", response.Location),
            };
    }

    private Located<string>? ErrorCodeOf(MappingReader reader)
    {
        var example = reader.Source.Find("example") ?? reader.Source.Find("body");
        foreach (var path in errorFormat?.Roles.Code is { } code ? [code] : ErrorRoleNames.Code)
        {
            if (Follow(example, path) is YamlScalar { IsNull: false } found && !BodyReader.IsSchema(example!))
            {
                return new Located<string>(found.Text, found.Location);
            }
        }

        return null;
    }

    private static YamlNode? Follow(YamlNode? node, string path) =>
        path.Split('.').Aggregate(node, (current, step) => (current as YamlMapping)?.Find(step));
}
