using System.Collections.Concurrent;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.Logging.Abstractions;

namespace WhistleNet.Rounds;

/// <summary>Hangfire's troubles are no reason for a house to stay closed: in-memory or not, it may answer late or not at all.</summary>
public sealed class WalksTests
{
    [Fact]
    public async Task The_house_opens_though_hangfire_does_not_answer_and_every_round_is_given_to_it_once_it_does()
    {
        var hangfire = new Sulking(refusals: 2);
        using var walks = new Walks(hangfire, hangfire, NullLogger<Walks>.Instance);
        await walks.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(hangfire.Given.IsEmpty); // the house is open, and has not waited for it
        hangfire.Answers.SetResult();
        await Eventually.True(() => hangfire.Walked == Timetable.Rounds.Count, "every round was given");
        Assert.Equal(Timetable.Rounds.Select(r => r.Name).Order(), hangfire.Given.Distinct().Order());
        await walks.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Sulking(int refusals) : IRecurringJobManager, IBackgroundJobClient
    {
        private int _left = refusals;
        private int _walked;

        public TaskCompletionSource Answers { get; } = new();
        public ConcurrentQueue<string> Given { get; } = [];
        public int Walked => _walked;

        public void AddOrUpdate(string recurringJobId, Job job, string cronExpression, RecurringJobOptions options)
        {
            Answers.Task.Wait(TestContext.Current.CancellationToken);
            if (Interlocked.Decrement(ref _left) >= 0) throw new TimeoutException("It does not answer.");
            Given.Enqueue(recurringJobId);
        }

        public string Create(Job job, IState state)
        {
            Interlocked.Increment(ref _walked);
            return "1";
        }

        public void Trigger(string recurringJobId) => throw new NotSupportedException();
        public void RemoveIfExists(string recurringJobId) => throw new NotSupportedException();
        public bool ChangeState(string jobId, IState state, string expectedState) => throw new NotSupportedException();
    }
}
