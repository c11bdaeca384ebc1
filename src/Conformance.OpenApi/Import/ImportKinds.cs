using System.Collections.Immutable;

namespace Conformance.OpenApi.Import;

/// <summary>What is counted.</summary>
internal static class ImportKinds
{
    public const string Operations = "operations";
    public const string Parameters = "parameters";
    public const string RequestBodies = "request bodies";
    public const string Responses = "responses";
    public const string ResponseHeaders = "response headers";
    public const string Schemas = "schemas";
    public const string Examples = "examples";
    public const string SecuritySchemes = "security schemes";
    public const string Servers = "servers";
    public const string Webhooks = "webhooks";
    public const string Callbacks = "callbacks";

    /// <summary>All of them, in the order of the report.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Operations,
        Parameters,
        RequestBodies,
        Responses,
        ResponseHeaders,
        Schemas,
        Examples,
        SecuritySchemes,
        Servers,
        Webhooks,
        Callbacks,
    ];
}
