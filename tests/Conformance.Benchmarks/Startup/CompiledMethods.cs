using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Reflection;

namespace Conformance.Benchmarks.Startup;

/// <summary>Listens to the runtime: which methods does it compile while the program runs?</summary>
internal sealed class CompiledMethods : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Jit = (EventKeywords)0x10;
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;

    // The base class calls the overrides before a field of this one is set.
    private ConcurrentDictionary<ulong, string>? seen;

    /// <summary>
    /// The instantiations among them: what cannot be foreseen by looking at an assembly, so what a compiler that works
    /// ahead of time must be told.
    /// </summary>
    public IEnumerable<MethodBase> Instantiations() =>
        (seen ?? [])
            .Where(m => !m.Value.StartsWith("dynamicClass", StringComparison.Ordinal))
            .OrderBy(m => m.Key)
            .Select(m => OfHandle(m.Key))
            .Where(m => m.IsGenericMethod || m.DeclaringType is { IsGenericType: true });

    /// <inheritdoc />
    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Verbose, Jit);
        }
    }

    /// <inheritdoc />
    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (
            eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) is true
            && eventData.Payload is [ulong id, _, _, _, _, _, string space, ..]
        )
        {
            LazyInitializer.EnsureInitialized(ref seen).TryAdd(id, space);
        }
    }

    // .NET maps handles of methods of generic types only together with their type, which the event does not tell; the
    // runtime's own reflection can.
    private static MethodBase OfHandle(ulong id)
    {
        var internalHandle = typeof(RuntimeMethodHandle).Assembly.GetType("System.RuntimeMethodHandleInternal", true)!;
        var handle = Activator.CreateInstance(
            internalHandle,
            BindingFlags.Instance | BindingFlags.NonPublic,
            null,
            [(nint)id],
            null
        );
        var type = typeof(RuntimeMethodHandle)
            .GetMethod("GetDeclaringType", Hidden, [internalHandle])!
            .Invoke(null, [handle]);
        var methodBase = typeof(object)
            .GetType()
            .GetMethod("GetMethodBase", Hidden, [typeof(object).GetType(), internalHandle])!
            .Invoke(null, [type, handle]);
        return (MethodBase)methodBase!;
    }
}
