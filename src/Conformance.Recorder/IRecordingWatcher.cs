using Conformance.Specification.Model;
using Conformance.Traffic;

namespace Conformance.Recorder;

/// <summary>Hears how a recording goes, one call at a time.</summary>
public interface IRecordingWatcher
{
    /// <summary>Clients can connect.</summary>
    /// <param name="specification">What they are judged by.</param>
    /// <param name="address">Where.</param>
    void Listening(IntegrationSpecification specification, Uri address);

    /// <summary>An exchange is over and judged.</summary>
    void Judged(JudgedExchange exchange);
}
