using Conformance.Execution.Recording;

namespace Conformance.Execution.Http;

/// <summary>What one request turned into, with its times. Filled in by <see cref="RecordingHandler"/>, then only read.</summary>
internal sealed class WireRecording
{
    /// <summary>When the request was handed to the connection.</summary>
    public DateTimeOffset SentAt { get; set; }

    /// <summary>From sending to the end of the response, or to the failure.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>From sending to the response's headers; null when none came.</summary>
    public TimeSpan? TimeToHeaders { get; set; }

    /// <summary>What came back; null when nothing usable did.</summary>
    public RecordedResponse? Response { get; set; }

    /// <summary>Why nothing usable came back.</summary>
    public TransportFailure? Failure { get; set; }
}
