namespace Conformance.Execution.Http;

/// <summary>A request with every value resolved, as it goes out.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Absolute URL; its path and query go out exactly as they stand.</param>
internal sealed record OutgoingRequest(string Method, Uri Target)
{
    /// <summary>Headers in order, without the content type.</summary>
    public List<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Body bytes; null for no body at all.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Content type; null for none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The certificate its connection presents.</summary>
    public ClientIdentity Identity { get; init; }

    /// <summary>Holds back the body until all participants are connected; null to send at once.</summary>
    public ReleaseGate? Gate { get; init; }

    /// <summary>Interrupts the body half-way; null to send it in one go.</summary>
    public BodyPause? Pause { get; init; }
}
