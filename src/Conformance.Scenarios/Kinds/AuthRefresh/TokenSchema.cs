using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.AuthRefresh;

/// <summary>Schemas of what a token endpoint answers.</summary>
internal static class TokenSchema
{
    /// <summary>An object with these properties, whatever else it has.</summary>
    public static SchemaNode Object(
        SourceLocation at,
        params (string Name, bool IsRequired, SchemaNode Schema)[] properties
    ) =>
        new()
        {
            Location = at,
            Types = JsonTypes.Object,
            Properties =
            [
                .. properties.Select(p => new SchemaProperty(new(p.Name, at), p.Schema, p.IsRequired ? at : null)),
            ],
        };

    /// <summary>An object that has no such property.</summary>
    public static SchemaNode Without(SourceLocation at, string name) =>
        Object(
            at,
            (
                name,
                false,
                new()
                {
                    Location = at,
                    Not = new() { Location = at },
                }
            )
        );

    /// <summary>An error body of RFC 6749 section 5.2 with one of these codes.</summary>
    public static SchemaNode Error(SourceLocation at, params string[] codes)
    {
        var texts = new SchemaNode
        {
            Location = at,
            Types = JsonTypes.String,
            Pattern = @"^[\x20-\x21\x23-\x5B\x5D-\x7E]*$",
        };
        ImmutableArray<JsonElement> members = [.. codes.Select(c => JsonSerializer.SerializeToElement(c))];
        return Object(
            at,
            ("error", true, new() { Location = at, Enum = members }),
            ("error_description", false, texts),
            (
                "access_token",
                false,
                new()
                {
                    Location = at,
                    Not = new() { Location = at },
                }
            )
        );
    }

    /// <summary>A token, or an error body with this code.</summary>
    public static SchemaNode TokenOrError(SourceLocation at, string code) =>
        new() { Location = at, AnyOf = [Object(at, ("access_token", true, Text(at))), Error(at, code)] };

    /// <summary>A response that names its scope, or an error body.</summary>
    public static SchemaNode ScopeOrError(SourceLocation at) =>
        new() { Location = at, AnyOf = [Object(at, ("scope", true, Text(at))), Object(at, ("error", true, Text(at)))] };

    private static SchemaNode Text(SourceLocation at) =>
        new()
        {
            Location = at,
            Types = JsonTypes.String,
            MinLength = 1,
        };
}
