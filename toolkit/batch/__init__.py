"""Process many texts at once: inputs, tasks, executors, freshness."""
