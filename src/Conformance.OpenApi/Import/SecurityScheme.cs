using System.Collections.Immutable;
using Conformance.Specification.Yaml;

namespace Conformance.OpenApi.Import;

/// <summary>A declared way to authenticate.</summary>
/// <param name="Name">Its key under <c>securitySchemes</c>.</param>
/// <param name="Node">Its definition.</param>
internal sealed record SecurityScheme(string Name, YamlMapping Node)
{
    /// <summary>The schemes of a document.</summary>
    public static ImmutableArray<SecurityScheme> In(ImportContext context) =>
        [
            .. ((context.Files.Main.Root.Find("components") as YamlMapping)?.Entries("securitySchemes") ?? [])
                .Select(e => (e.Key.Text, Node: context.Resolve(e.Value, "security scheme")))
                .Where(s => s.Node is not null)
                .Select(s => new SecurityScheme(s.Text, s.Node!)),
        ];

    /// <summary>The flows of OAuth 2.0.</summary>
    public YamlMapping? Flows => Node.Find("flows") as YamlMapping;

    /// <summary>The flow a run can carry out by itself; null when a person is needed, or when it is not OAuth 2.0.</summary>
    public YamlMapping? ClientCredentials => Flows?.Find("clientCredentials") as YamlMapping;

    /// <summary>The kind, as far as the dialect has a counterpart; null when it has none.</summary>
    public string? Kind =>
        (Node.Text("type"), Node.Text("scheme")?.ToUpperInvariant()) switch
        {
            ("oauth2", _) => ClientCredentials is null ? "token" : "oauth2",
            ("openIdConnect", _) => "token",
            ("http", "BEARER") => "bearer",
            ("http", "BASIC") => "basic",
            ("apiKey", _) when Node.Text("name") is not null => Node.Text("in"),
            ("mutualTLS", _) => "mtls",
            _ => null,
        };
}
