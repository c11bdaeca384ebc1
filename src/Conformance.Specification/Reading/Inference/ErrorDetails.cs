using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Inference;

/// <summary>
/// The members of a field error where the format itself does not say: those that the first example with details has,
/// when they carry one of the usual names.
/// </summary>
internal static class ErrorDetails
{
    public static ErrorFormat Complete(ErrorFormat format, ImmutableArray<Endpoint> endpoints)
    {
        var roles = format.Roles;
        if (roles.Details is null || (roles.DetailField is not null && roles.DetailMessage is not null))
        {
            return format;
        }

        var names = endpoints
            .SelectMany(e => e.Responses)
            .Where(r => r is { Status.Value: >= 400, Example: not null })
            .Select(r => Members(r.Example!.Value, roles.Details))
            .FirstOrDefault(m => m.Count > 0);
        return names is null
            ? format
            : format with
            {
                Roles = roles with
                {
                    DetailField = roles.DetailField ?? ErrorRoleNames.DetailField.FirstOrDefault(names.Contains),
                    DetailMessage = roles.DetailMessage ?? ErrorRoleNames.DetailMessage.FirstOrDefault(names.Contains),
                },
            };
    }

    private static List<string> Members(JsonElement body, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty(step, out body))
            {
                return [];
            }
        }

        return
            body.ValueKind == JsonValueKind.Array
            && body.EnumerateArray().FirstOrDefault() is var first
            && first.ValueKind == JsonValueKind.Object
            ? [.. first.EnumerateObject().Select(m => m.Name)]
            : [];
    }
}
