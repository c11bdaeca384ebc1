using Conformance.Execution.Http;
using Conformance.Execution.Recording;

namespace Conformance.Execution.Courtesy;

/// <summary>
/// Counts the server errors that a target answers with in a row, to tell one that has broken down from one that gets a
/// request wrong: a mistake of one operation, or in what it makes of bad input, leaves others answering.
/// </summary>
internal sealed class ServerErrors
{
    private const int Enough = 25;
    private const int EnoughCalls = 2;

    private readonly HashSet<string> calls = new(StringComparer.Ordinal);

    /// <summary>How many were counted without an answer of another kind in between.</summary>
    public int InARow { get; private set; }

    /// <summary>The last one: status, method and path.</summary>
    public string Last { get; private set; } = "";

    /// <summary>Whether that is more than a mistake.</summary>
    public bool AreTooMany => InARow >= Enough && calls.Count >= EnoughCalls;

    /// <summary>Takes note of an answer; one that did not come says nothing.</summary>
    public void Note(OutgoingRequest request, RecordedResponse? response)
    {
        if (response is null)
        {
            return;
        }

        if (response.Status is < 500 or > 599)
        {
            InARow = 0;
            calls.Clear();
        }
        else if (response.Status is 502 or 503 or 504 || request.Method is "GET" or "HEAD")
        {
            InARow++;
            var call = $"{request.Method} {request.Target.AbsolutePath}";
            Last = $"{response.Status} to {call}";
            if (calls.Count < EnoughCalls)
            {
                calls.Add(call);
            }
        }
    }
}
