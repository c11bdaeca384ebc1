using Conformance.Tests.Foreign;

namespace Conformance.Tests.Consumers;

/// <summary><c>receiver.mjs</c>: a receiver in another language that shares no code with us.</summary>
internal sealed class SampleReceiver : IAsyncDisposable
{
    /// <summary>A secret that every scheme can use.</summary>
    public const string Secret = "whsec_c2FtcGxlLXNlY3JldC1vZi10aGUtcmVjZWl2ZXI=";

    private readonly NodeProcess process;

    private SampleReceiver(NodeProcess process) => this.process = process;

    public Uri BaseUrl => process.BaseUrl;

    public static async Task<SampleReceiver> StartAsync(string scheme, string fault) =>
        new(
            await NodeProcess.StartAsync(
                ["Consumers", "receiver.mjs"],
                [],
                [("SCHEME", scheme), ("FAULT", fault), ("SECRET", Secret)],
                "receivers in another language could not be certified",
                CancellationToken.None
            )
        );

    public ValueTask DisposeAsync() => process.DisposeAsync();
}
